import { Weights } from '../../domain/matching/weights.ts';
import { complaintsOf } from './complaints.ts';
import { findFile, textOf } from './source-file.ts';
import { WrongUse } from './wrong-use.ts';

function parseObject(path: string, text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WrongUse(`${path} is not JSON.`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new WrongUse(`${path} is no JSON object of weights.`);
}

/** The zone's weights, with those of the file in their place. Throws WrongUse where they are no weights. */
export async function overrideWeights(ofZone: Weights, path: string): Promise<Weights> {
  const given = parseObject(path, await textOf(await findFile(path)));
  const weights = Weights.safeParse({ ...ofZone, ...given }, { reportInput: true });
  if (weights.success) return weights.data;
  throw new WrongUse(`${path} holds what is no weight: ${complaintsOf(weights.error.issues)}.`);
}

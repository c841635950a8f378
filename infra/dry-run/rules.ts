import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Weights, WeightsEdition } from '../../domain/matching/weights.ts';
import { type Rulebook, versionOf } from '../../domain/rulebook/rulebook.ts';
import { readFlowRules } from '../../domain/vocabulary/cross-border-rules.ts';
import { readPurposeRules } from '../../domain/vocabulary/purpose-rules.ts';
import { readTradability } from '../../domain/vocabulary/security-levels.ts';
import { complaintsOf } from './complaints.ts';
import { codeOf } from './source-file.ts';
import { WrongUse } from './wrong-use.ts';

/** What pairs are judged by: the tables, and the weights with their version. */
export type Rules = { readonly rulebook: Rulebook; readonly weights: Weights; readonly weightsVersion: string };

/** Which issues rules are made of. */
export const versionOfRules = ({ rulebook, weightsVersion }: Rules): string =>
  `${versionOf(rulebook)} weights@${weightsVersion}`;

/** The word that stands for what is in effect, in the place of a folder. */
const inEffect = 'current';

const files = {
  purposeRules: 'purpose-rules.json',
  flowRules: 'cross-border-rules.json',
  tradability: 'security-levels.json',
  weights: 'weights.json',
} as const;

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The JSON of a file of the folder; undefined where the folder has none of this name. */
async function readJson(folder: string, name: string): Promise<unknown> {
  const path = join(folder, name);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new WrongUse(`${path} cannot be read: ${codeOf(error)}.`);
  });
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new WrongUse(`${path} is not JSON.`);
  }
}

function parsed<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof z.ZodError) throw new WrongUse(`${path} is no such table: ${complaintsOf(error.issues)}.`);
    throw error;
  }
}

const WeightsFile = z.union([
  WeightsEdition,
  Weights.transform((weights) => ({ version: 'unnamed', effectiveFrom: '', weights })),
]);

/**
 * The rules of a folder; a table that it does not have is the one in effect. Throws WrongUse where there is no folder, or
 * where a file of it is no table.
 */
export async function readRules(folder: string, current: Rules): Promise<Rules> {
  if (folder === inEffect) return current;
  if (!(await isFolder(folder))) throw new WrongUse(`There is no folder ${folder}.`);
  const given = await Promise.all(Object.values(files).map((name) => readJson(folder, name)));
  if (given.every((one) => one === undefined)) {
    throw new WrongUse(`${folder} holds none of ${Object.values(files).join(', ')}.`);
  }
  const [purposeRules, flowRules, tradability, weights] = given;
  const at = (name: string): string => join(folder, name);
  const table = <T>(name: string, json: unknown, read: (json: unknown) => T, otherwise: T): T =>
    json === undefined ? otherwise : parsed(at(name), () => read(json));
  const edition = table(files.weights, weights, (json) => WeightsFile.parse(json, { reportInput: true }), undefined);
  return {
    rulebook: {
      purposeRules: table(files.purposeRules, purposeRules, readPurposeRules, current.rulebook.purposeRules),
      flowRules: table(files.flowRules, flowRules, readFlowRules, current.rulebook.flowRules),
      tradability: table(files.tradability, tradability, readTradability, current.rulebook.tradability),
    },
    weights: edition?.weights ?? current.weights,
    weightsVersion: edition?.version ?? current.weightsVersion,
  };
}

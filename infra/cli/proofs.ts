import { compactVerify, createLocalJWKSet, errors } from 'jose';
import * as z from 'zod';
import type { Cli } from './cli.ts';
import { CliFailure, exitCodes } from './failure.ts';
import { addressFor } from './open-zone.ts';
import { readJson } from './read-text.ts';
import { Json } from './zone-client.ts';
import type { ZoneFlags } from './zone-flags.ts';

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** The public keys of a zone: from a file that was kept, or from the zone, which gives them to anybody. */
export async function keysOf(cli: Cli, flags: ZoneFlags & { readonly keys?: string }): Promise<z.infer<typeof Keys>> {
  if (flags.keys !== undefined) return Keys.parse(await readJson(flags.keys));
  const api = await addressFor(cli, flags);
  const answer = await fetch(`${api}/v1/proof-keys`).catch(() => undefined);
  if (answer?.ok) return Keys.parse(await answer.json());
  throw new CliFailure({ zh: `${api} 没有给出公钥。`, en: `${api} gave no keys.` });
}

/** What a statement says, and of what kind it is. Throws CliFailure where it was not signed with one of the keys. */
export async function readStatement(token: string, keys: z.infer<typeof Keys>) {
  try {
    const { payload, protectedHeader } = await compactVerify(token.trim(), createLocalJWKSet(keys), {
      algorithms: ['EdDSA'],
    });
    const said = Json.parse(JSON.parse(new TextDecoder().decode(payload)));
    return { kind: protectedHeader.typ, said };
  } catch (error) {
    if (!(error instanceof errors.JOSEError || error instanceof SyntaxError)) throw error;
    throw new CliFailure(
      {
        zh: '签名不成立：它不是该区域的声明，或已被改动。',
        en: 'The signature does not hold: it is none of this zone’s, or was altered.',
      },
      exitCodes.lookAtIt,
    );
  }
}

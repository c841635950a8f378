import { publicKeyOf } from '../_proofs/statement.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import type { Deps } from './deps.ts';

/** The key that the zone's statements can be checked with, as a JWK set (RFC 7517): for anybody who was given one. */
export const readProofKeys =
  ({ proofKey }: Pick<Deps, 'proofKey'>) =>
  async (): Promise<HttpAnswer> =>
    jsonAnswer(200, { keys: [await publicKeyOf(await proofKey())] });

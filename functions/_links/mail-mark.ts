import * as z from 'zod';
import { Preferences } from '../../domain/contact/preferences.ts';
import { type Instant, secondsOf } from '../../domain/time.ts';
import type { SigningKeys } from '../_adapters/secrets/signing-keys.ts';
import { addressDigest } from '../_runtime/ids.ts';
import { linkSeconds } from './mail-links.ts';
import { signedToken } from './signed-token.ts';

/** The header field that every mail has, and that comes back with it where it bounces. */
export const markField = 'X-Zonematch-Mail';

const Mark = Preferences.pick({ contact: true }).extend({ exp: z.int() });
const markToken = signedToken('sent-mail', Mark);

/** Marks a mail as the zone's own, to one address: whoever never had it cannot make up that it came back. */
export const makeMark =
  (keys: Pick<SigningKeys, 'current'>) =>
  async (email: string, now: Instant): Promise<Record<typeof markField, string>> => {
    const mark = { contact: addressDigest(email), exp: secondsOf(now) + linkSeconds };
    return { [markField]: await markToken.sign(mark, keys) };
  };

/** Whether a mail was the zone's own, and to this address. */
export async function isMarked(
  mark: string | undefined,
  email: string,
  keys: Pick<SigningKeys, 'byId'>,
  now: Instant,
): Promise<boolean> {
  const read = mark === undefined ? 'invalid' : await markToken.read(mark, keys, now);
  return typeof read === 'object' && read.contact === addressDigest(email);
}

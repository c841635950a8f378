import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { SigningKeys } from '../_adapters/secrets/signing-keys.ts';
import { preferencesToken, type Reader } from './reader-tokens.ts';

/** The way from another page of the zone to what one address wants of its mails. */
export async function preferencesWay(
  { organizationId, contact, exp }: Reader,
  lang: Locale,
  keys: Pick<SigningKeys, 'current'>,
): Promise<string> {
  const token = await preferencesToken.sign({ organizationId, contact, exp }, keys);
  return `mail-preferences?${new URLSearchParams({ token, lang })}`;
}

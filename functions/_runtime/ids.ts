import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mailboxOf } from '../../domain/contact/address.ts';
import { DemandId, type ListingId, MatchId, OfferId, ReplayId } from '../../domain/ids.ts';

const hex = (): string => randomUUID().replaceAll('-', '');

/** New ids of 122 random bits: nobody guesses or walks them. */
export const newOfferId = (): OfferId => OfferId.parse(`offer-${hex()}`);
export const newDemandId = (): DemandId => DemandId.parse(`demand-${hex()}`);
export const newReplayId = (): ReplayId => ReplayId.parse(`replay-${hex()}`);

const digest = (text: string | Uint8Array, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/** A new id of an entry of the audit record. */
export const newEntryId = (): string => hex();

/** The one id of a pair: whoever finds it, from either side and however often, means the same record. */
export const matchIdOf = (offer: OfferId, demand: DemandId): MatchId =>
  MatchId.parse(`match-${digest(`${offer}|${demand}`, 32)}`);

/** The id of the pair that a listing makes with one of the other side. */
export const matchIdWith =
  (listing: ListingId) =>
  (other: ListingId): MatchId => {
    const demand = DemandId.safeParse(listing);
    return demand.success
      ? matchIdOf(OfferId.parse(other), demand.data)
      : matchIdOf(OfferId.parse(listing), DemandId.parse(other));
  };

const shortLength = 16;

/** A short name for an address, for keys and logs. */
export const contactDigest = (email: string): string => digest(email.toLowerCase(), shortLength);

/** The short name of the address that a digest is of. */
export const shortDigest = (addressDigested: string): string => addressDigested.slice(0, shortLength);

/** A name for an address where it must mean this one address alone: 128 bits, so that nobody finds another address of the same digest. */
export const addressDigest = (email: string): string => digest(email.toLowerCase(), 32);

/** The digest of the address that stands for its mailbox, however it is spelt. */
export const mailboxDigest = (email: string): string => addressDigest(mailboxOf(email));

/** A new id of an invitation. */
export const newInvitationId = (): string => hex();

/** A new key to sign with: 384 random bits. */
export const newSigningKey = (): string => randomBytes(48).toString('base64url');

/** The fingerprint of a request's body. */
export const bodyFingerprint = (body: Uint8Array): string => digest(body, 64);

/** A Message-ID (RFC 5322, 3.6.4) made from what a mail tells of, so that a retry carries the same one. */
export const mailIdOf = (parts: readonly string[], host: string): string => `<${digest(parts.join('|'), 40)}@${host}>`;

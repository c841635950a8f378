import * as z from 'zod';

/** Ids are opaque: a prefix that names the kind and 32 hex digits that cannot be guessed. */
export const OfferId = z
  .string()
  .regex(/^offer-[0-9a-f]{32}$/)
  .brand<'OfferId'>();
export type OfferId = z.infer<typeof OfferId>;

export const DemandId = z
  .string()
  .regex(/^demand-[0-9a-f]{32}$/)
  .brand<'DemandId'>();
export type DemandId = z.infer<typeof DemandId>;

export const MatchId = z
  .string()
  .regex(/^match-[0-9a-f]{32}$/)
  .brand<'MatchId'>();
export type MatchId = z.infer<typeof MatchId>;

/** Given by the zone's identity provider (claim `org_id`), so only its alphabet is ours to say. */
export const OrganizationId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
  .brand<'OrganizationId'>();
export type OrganizationId = z.infer<typeof OrganizationId>;

/** Everything that the operator has judged anew at one time, so that its end can be waited for. */
export const ReplayId = z
  .string()
  .regex(/^replay-[0-9a-f]{32}$/)
  .brand<'ReplayId'>();
export type ReplayId = z.infer<typeof ReplayId>;

export const ListingId = z.union([OfferId, DemandId]);
export type ListingId = z.infer<typeof ListingId>;

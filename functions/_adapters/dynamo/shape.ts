/**
 * The shape of every table, once: infra/ makes the tables from it and the stores read and write by it. Attribute names
 * alone; what stands in a key is made in keys.ts.
 */
export const shape = {
  organizations: {
    partitionKey: 'id',
    stream: true,
    indexes: { byReport: { partitionKey: 'supplierReport', sortKey: 'id' } },
  },
  listings: {
    partitionKey: 'id',
    stream: true,
    indexes: {
      byOwner: { partitionKey: 'owner', sortKey: 'listedOrder' },
      byExpiry: { partitionKey: 'expiryShard', sortKey: 'validUntil' },
    },
  },
  /** Which listed listings stand under a domain, and what has changed there: written in the listing's own transaction, read consistently. */
  candidates: { partitionKey: 'domain', sortKey: 'listingId', timeToLive: 'expiresAt' },
  matches: {
    partitionKey: 'id',
    stream: true,
    indexes: {
      byOffer: { partitionKey: 'offerId', sortKey: 'demandId' },
      byDemand: { partitionKey: 'demandId', sortKey: 'offerId' },
      byBuyer: { partitionKey: 'openToBuyer', sortKey: 'rank' },
      bySupplier: { partitionKey: 'openToSupplier', sortKey: 'rank' },
      byReview: { partitionKey: 'reviewState', sortKey: 'rank' },
    },
  },
  deliveries: {
    partitionKey: 'demandId',
    sortKey: 'delivery',
    indexes: { byDue: { partitionKey: 'due', sortKey: 'dueAt' } },
  },
  /** Each version of a listing and of a party as judging knows it. */
  history: { partitionKey: 'subject', sortKey: 'recorded' },
  /** What is judged anew on a day because the calendar changes it. */
  rechecks: { partitionKey: 'day', sortKey: 'subject' },
  requests: { partitionKey: 'key', timeToLive: 'expiresAt' },
  /** Who did what, and who was shown what; never changed. */
  audit: {
    partitionKey: 'subject',
    sortKey: 'entry',
    indexes: { byOrganization: { partitionKey: 'organization', sortKey: 'entry' } },
  },
  /** Who was invited to be an organization's contact, and what they said; a refusal outlives the contact. */
  invitations: { partitionKey: 'organization', sortKey: 'contact' },
  /** What the owners of addresses want of their mails. */
  preferences: {
    partitionKey: 'organization',
    sortKey: 'contact',
    indexes: { byReport: { partitionKey: 'report', sortKey: 'organization' } },
  },
  /** Addresses that are mailed no more, by digest, and since when. */
  stops: { partitionKey: 'contact', indexes: { byTime: { partitionKey: 'list', sortKey: 'at' } } },
  /** What was counted of the zone: a row a day and series; and how far counting is, which is forgotten. */
  statistics: { partitionKey: 'series', sortKey: 'at', timeToLive: 'expiresAt' },
  /** How much of a limit was used in a window of time. */
  usage: { partitionKey: 'meter', timeToLive: 'expiresAt' },
} as const satisfies Record<string, TableShape>;

type IndexShape = { readonly partitionKey: string; readonly sortKey: string };

/** All keys are strings. */
export type TableShape = {
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly stream?: true;
  readonly timeToLive?: string;
  readonly indexes?: Readonly<Record<string, IndexShape>>;
};

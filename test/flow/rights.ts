/** What somebody may do to rows: of a table, or of an index where the name has one (`listings/byOwner`). */
type Rights = Readonly<Record<string, string>>;

const publishing: Rights = { listings: 'put', candidates: 'put', requests: 'get put', audit: 'put', usage: 'update' };
const revising: Rights = { listings: 'get put', candidates: 'delete put', audit: 'put', usage: 'update' };
const judging: Rights = { listings: 'batch-get', candidates: 'query', organizations: 'batch-get' };
const telling: Rights = {
  listings: 'batch-get get',
  organizations: 'get',
  matches: 'get',
  deliveries: 'get put query',
  preferences: 'get',
  stops: 'get put',
  audit: 'put',
};

/**
 * What each Lambda has to do with the tables, by its folder, and so all that it may: written by hand, so that a right more
 * or less in infra/ is seen here. The audit record is written and never changed.
 */
export const rights: Readonly<Record<string, Rights>> = {
  'publish-offer': publishing,
  'publish-demand': { ...publishing, ...judging, listings: 'batch-get put', candidates: 'put query' },
  'revise-listing': { ...revising, ...judging, listings: 'batch-get get put', candidates: 'delete put query' },
  'suspend-listing': revising,
  'withdraw-listing': { ...revising, candidates: 'delete' },
  'preview-listing': { ...judging, 'listings/byOwner': 'query', usage: 'update', audit: 'put' },
  'read-listings': { listings: 'get', 'listings/byOwner': 'query' },
  'read-matches': {
    matches: 'get',
    'matches/byBuyer': 'query',
    'matches/bySupplier': 'query',
    'matches/byReview': 'query',
    listings: 'batch-get',
    organizations: 'batch-get',
    audit: 'put',
  },
  'read-near-matches': { listings: 'get', 'matches/byOffer': 'query', 'matches/byDemand': 'query' },
  'decide-review': { matches: 'get put', audit: 'put' },
  'explain-pair': { listings: 'get', organizations: 'get', matches: 'get', history: 'query', audit: 'put' },
  'keep-organization': { organizations: 'get put', audit: 'put', usage: 'update' },
  'read-organizations': { organizations: 'get', invitations: 'query', audit: 'put' },
  'confirm-contact': { organizations: 'get put', invitations: 'get put', audit: 'put' },
  'keep-preferences': { organizations: 'get put', invitations: 'get put', preferences: 'get put', audit: 'put' },
  'show-matches': {
    organizations: 'batch-get get',
    matches: 'get',
    'matches/byBuyer': 'query',
    listings: 'batch-get get',
    deliveries: 'get',
    audit: 'put',
  },
  'invite-contacts': { organizations: 'get', invitations: 'get put', stops: 'get put', audit: 'put', usage: 'update' },
  'take-bounce': { stops: 'put', audit: 'put' },
  'keep-stops': { stops: 'delete', 'stops/byTime': 'query', audit: 'put' },
  'sign-in': {},
  'rotate-signing-key': {},
  'read-audit': { audit: 'put query', 'audit/byOrganization': 'query' },
  'read-vocabulary': {},
  'read-openapi': {},
  'show-docs': {},
  'report-health': {},
  'relay-listing-change': { usage: 'update' },
  'relay-organization-change': { 'listings/byOwner': 'query', usage: 'update' },
  'relay-match-change': {},
  'match-listing': {
    ...judging,
    listings: 'batch-get get',
    matches: 'put',
    'matches/byOffer': 'query',
    'matches/byDemand': 'query',
  },
  'expire-listings': {
    listings: 'put',
    'listings/byExpiry': 'query',
    candidates: 'delete',
    audit: 'put',
    usage: 'update',
  },
  'recheck-listings': { rechecks: 'delete get put query', 'listings/byOwner': 'query', candidates: 'query' },
  'reconcile-matches': { candidates: 'query', matches: 'scan' },
  'migrate-rows': { deliveries: 'put scan', usage: 'get put' },
  'keep-history': { history: 'put', rechecks: 'put' },
  'notify-match': { ...telling, 'matches/byDemand': 'query', usage: 'get update' },
  'plan-weekly-mail': { candidates: 'query', 'organizations/byReport': 'query', 'preferences/byReport': 'query' },
  'send-weekly-mail': {
    listings: 'batch-get get',
    'listings/byOwner': 'query',
    candidates: 'query',
    'matches/byOffer': 'query',
    'matches/byDemand': 'query',
    deliveries: 'query',
    organizations: 'get',
    preferences: 'get',
    stops: 'get put',
    audit: 'put',
    usage: 'get update',
  },
  'send-digests': { ...telling, usage: 'get update', 'deliveries/byDue': 'query' },
};

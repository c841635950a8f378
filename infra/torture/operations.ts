import fc from 'fast-check';
import type { Outage } from '../local/faults/outages.ts';

/** Who takes part. Few, so that they meet often; two of them affiliates. */
export const organizations = ['org-a', 'org-b', 'org-c', 'org-d', 'org-e'] as const;
type OrganizationName = (typeof organizations)[number];

/** What is posted or put; `validForDays` in the place of a date that depends on the day. */
type Body = Readonly<Record<string, unknown>>;

/** One thing that an enterprise or the operator does. `which` picks one of the listings there are at that moment. */
export type Operation =
  | { readonly kind: 'post'; readonly of: 'offer' | 'demand'; readonly as: OrganizationName; readonly body: Body }
  | { readonly kind: 'revise'; readonly which: number; readonly offer: Body; readonly demand: Body }
  | { readonly kind: 'withdraw'; readonly which: number }
  | { readonly kind: 'suspend'; readonly which: number; readonly note: string }
  | { readonly kind: 'reinstate'; readonly which: number }
  | { readonly kind: 'verify'; readonly as: OrganizationName; readonly body: Body }
  | { readonly kind: 'step'; readonly days: number }
  | { readonly kind: 'outage'; readonly outage: Outage }
  | { readonly kind: 'restart' };

const anyOrganization = fc.constantFrom(...organizations);
// Two divisions of one section and one of another: the same, near and unrelated all happen.
const anyDomain = fc.constantFrom('54', '55', '83');
const anyMode = fc.subarray(['api', 'sandbox', 'raw'], { minLength: 1 });
const anyPurpose = fc.constantFrom('purpose-scientific-research', 'purpose-ai-training');
const plain = ['non-pi', 'takedown-commitment', 'right-operate', 'lawful-source', 'quality-report', 'ip-cleared'];

/** Mostly a year; some are over after a few steps of the clock. */
const anyValidity = { validForDays: fc.option(fc.integer({ min: 12, max: 40 }), { freq: 3, nil: undefined }) };

/** Offers mostly of plain data, some short of evidence, some of which a person must decide. */
const anyOfferBody: fc.Arbitrary<Body> = fc.record({
  title: fc.constant('Counts by section'),
  description: fc.constant('Daily counts by road section.'),
  domain: anyDomain,
  securityClass: fc.constant('general'),
  securityLevel: fc.integer({ min: 1, max: 3 }),
  complianceTags: fc.oneof(
    { weight: 5, arbitrary: fc.constant(plain) },
    { weight: 1, arbitrary: fc.constant(plain.slice(0, 2)) },
    { weight: 1, arbitrary: fc.constant(plain.slice(1)) },
  ),
  recipientTags: fc.subarray(['mlps-3', 'iso-27001']),
  source: fc.constant({ kind: 'produced', statement: 'Counted by ourselves.' }),
  permittedPurposes: fc.subarray(['purpose-scientific-research', 'purpose-ai-training'], { minLength: 1 }),
  jurisdiction: fc.constant('CN'),
  deliveryModes: anyMode,
  ...anyValidity,
});

const anyDemandBody: fc.Arbitrary<Body> = fc.record({
  title: fc.constant('Flows for research'),
  description: fc.constant('Flows by section and day.'),
  domains: fc.uniqueArray(anyDomain, { minLength: 1, maxLength: 2 }),
  maxSecurityLevel: fc.integer({ min: 1, max: 4 }),
  purpose: anyPurpose,
  jurisdiction: fc.constant('CN'),
  deliveryModes: anyMode,
  ...anyValidity,
});

/** What the operator verifies: mostly enough, at times not even who the party is. */
const anyVerification = fc
  .record({
    as: anyOrganization,
    clearance: fc.integer({ min: 1, max: 4 }),
    held: fc.subarray(['mlps-3', 'iso-27001', 'mlps-4']),
    ...anyValidity,
    isKnown: fc.integer({ min: 1, max: 6 }).map((roll) => roll > 1),
    hasAffiliate: fc.integer({ min: 1, max: 6 }).map((roll) => roll === 1),
  })
  .map(({ as, clearance, held, isKnown, hasAffiliate, validForDays }): Operation => {
    const known = isKnown ? [{ tag: 'kyc-verified' }] : [];
    const heldTags = [...known, ...held.map((tag) => ({ tag, ...(validForDays && { validForDays }) }))];
    const affiliates = hasAffiliate ? organizations.filter((id) => id !== as).slice(0, 1) : [];
    return { kind: 'verify', as, body: { ...record(as), clearance, heldTags, affiliates } };
  });

const record = (id: OrganizationName): Body => ({
  name: `Organization ${id}`,
  kind: 'private',
  jurisdiction: 'CN',
  contacts: [{ email: `${id}@example.com`, locale: 'en', confirmed: true }],
});

/** How everyone starts: verified, cleared, with the certificates that offers ask for. */
export const introductions: readonly Operation[] = organizations.map((as) => ({
  kind: 'verify',
  as,
  body: {
    ...record(as),
    clearance: 3,
    heldTags: [{ tag: 'kyc-verified' }, { tag: 'mlps-3' }, { tag: 'iso-27001' }],
  },
}));

const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('post'),
      of: fc.constant('offer'),
      as: anyOrganization,
      body: anyOfferBody,
    }),
  },
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('post'),
      of: fc.constant('demand'),
      as: anyOrganization,
      body: anyDemandBody,
    }),
  },
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('revise'),
      which: fc.nat(),
      offer: anyOfferBody,
      demand: anyDemandBody,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('withdraw'), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('suspend'),
      which: fc.nat(),
      note: fc.constantFrom('Asked about.', 'Out.'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reinstate'), which: fc.nat() }) },
  { weight: 8, arbitrary: anyVerification },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('step'), days: fc.integer({ min: 3, max: 11 }) }) },
);

const anyOutage: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constant('outage'),
  outage: fc.record({
    kind: fc.constantFrom('dynamodb', 'mail-refused', 'mail-busy'),
    seconds: fc.integer({ min: 1, max: 3 }),
  }),
});

/** How often services are gone, and the zone is stopped and started again, among the operations. */
export type Disturbances = { readonly outages: number; readonly restarts: number };

/** The operations of a seed: the same seed, the same operations. */
export function operationsOf(
  seed: number,
  count: number,
  { outages, restarts }: Disturbances = { outages: 0, restarts: 0 },
): readonly Operation[] {
  const operations = [...fc.sample(anyOperation, { seed, numRuns: count })];
  const disturbing: readonly Operation[] = [
    ...fc.sample(anyOutage, { seed, numRuns: outages }),
    ...Array.from({ length: restarts }, () => ({ kind: 'restart' as const })),
  ];
  const places = fc.sample(fc.nat({ max: count }), { seed, numRuns: disturbing.length });
  for (const [index, one] of disturbing.entries()) operations.splice(places[index] ?? 0, 0, one);
  return operations;
}

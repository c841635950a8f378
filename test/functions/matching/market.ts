import fc from 'fast-check';
import { DemandId, type ListingId, OfferId, OrganizationId } from '../../../domain/ids.ts';
import { isDemand, type Listing } from '../../../domain/listing/listing.ts';
import type { JudgedPair } from '../../../domain/match/record.ts';
import type { Facts } from '../../../domain/matching/facts.ts';
import { judge } from '../../../domain/matching/match.ts';
import { isNear } from '../../../domain/matching/remedies.ts';
import type { Shortlist, Shortlisted, shortlist } from '../../../domain/matching/shortlist.ts';
import { defaultWeights, type Weights } from '../../../domain/matching/weights.ts';
import type { Organization } from '../../../domain/organization/organization.ts';
import { partyOf } from '../../../domain/organization/party.ts';
import { rulebookOn } from '../../../domain/rulebook/rulebook.ts';
import { matchIdOf } from '../../../functions/_runtime/ids.ts';
import { aDemand } from '../../builders/demand.ts';
import { now, today } from '../../builders/moment.ts';
import { anOffer } from '../../builders/offer.ts';
import { anOrganization } from '../../builders/organization.ts';
import { mapTags } from '../../flow/listings.ts';

/** One listing, everybody on the other side, and their parties. */
export type Market = {
  readonly own: Listing;
  readonly others: readonly Listing[];
  readonly parties: readonly Organization[];
};

const plainTags = ['non-pi', 'takedown-commitment', 'right-operate'];
const owner = (n: number): OrganizationId => OrganizationId.parse(`org-${n}`);
const hex = (begin: string, n: number): string => begin + n.toString(16).padStart(32 - begin.length, '0');

/** What may match in full, need a person, be near, or be none of it, and scores of many kinds. */
const anyTerms = fc.record({
  owner: fc.integer({ min: 1, max: 6 }),
  tags: fc.constantFrom(plainTags, plainTags.slice(0, 2), ['non-pi'], mapTags),
  level: fc.integer({ min: 1, max: 5 }),
  domain: fc.constantFrom('54', 'G', '55'),
  modes: fc.constantFrom(['api' as const], ['api' as const, 'sandbox' as const], ['raw' as const]),
  recipients: fc.constantFrom([], [], ['mlps-3']),
  mostLevel: fc.integer({ min: 1, max: 4 }),
});
type Terms = typeof anyTerms extends fc.Arbitrary<infer T> ? T : never;

const offerOf = (begin: string, n: number, { owner: by, tags, level, domain, modes, recipients }: Terms) =>
  anOffer({
    id: OfferId.parse(`offer-${hex(begin, n)}`),
    organizationId: owner(by),
    complianceTags: [...tags],
    securityLevel: level,
    domain,
    deliveryModes: [...modes],
    recipientTags: [...recipients],
  });

const demandOf = (begin: string, n: number, { owner: by, domain, modes, recipients, mostLevel, tags }: Terms) =>
  aDemand({
    id: DemandId.parse(`demand-${hex(begin, n)}`),
    organizationId: owner(by),
    domains: [domain],
    deliveryModes: [...new Set([...modes, 'api' as const])],
    maxSecurityLevel: mostLevel,
    requiredTags: [...(tags.length > 2 ? tags.slice(0, 1) : recipients)],
  });

const anyParties = fc
  .array(fc.boolean(), { minLength: 7, maxLength: 7 })
  .map((verified) =>
    verified.map((isVerified, n) =>
      anOrganization({ id: owner(n), heldTags: isVerified || n === 0 ? [{ tag: 'kyc-verified' }] : [] }),
    ),
  );

/** Markets of a listing of either kind; the ids of the others begin with these hex digits. */
export const anyMarket = (begin: string, most: number): fc.Arbitrary<Market> =>
  fc
    .record({
      isDemand: fc.boolean(),
      terms: fc.array(anyTerms, { minLength: Math.floor(most / 2), maxLength: most }),
      parties: anyParties,
    })
    .map(({ isDemand: isBuyers, terms, parties }) => ({
      own: isBuyers
        ? aDemand({ organizationId: owner(0), maxSecurityLevel: 3, deliveryModes: ['api', 'sandbox'] })
        : anOffer({ organizationId: owner(0) }),
      others: terms.map((one, n) => (isBuyers ? offerOf(begin, n, one) : demandOf(begin, n, one))),
      parties,
    }));

/** The pair as every criterion judges it, with what it was judged by. */
export type Judged = JudgedPair & { readonly facts: Facts; readonly weights: Weights };

/** Every pair of a market, judged one by one. */
export function judgedPairs({ own, others, parties }: Market): readonly Judged[] {
  const partyAt = (id: OrganizationId) => partyOf(parties.find((one) => one.id === id) ?? anOrganization({ id }));
  return others
    .filter(({ status }) => status === 'listed')
    .flatMap((other) => {
      const [offer, demand] = isDemand(own) ? [other, own] : [own, other];
      if (isDemand(offer) || !isDemand(demand)) return [];
      const [buyer, supplier] = [partyAt(demand.organizationId), partyAt(offer.organizationId)];
      const facts = { now, today, usesNegativeLists: false, rulebook: rulebookOn(today), buyer, supplier };
      const judged = judge(offer, demand, facts, defaultWeights);
      const verdict = { ...judged, rulebook: `${judged.rulebook} weights@test` };
      return [{ matchId: matchIdOf(offer.id, demand.id), offer, demand, verdict, facts, weights: defaultWeights }];
    });
}

const bestFirst = (one: Shortlisted, other: Shortlisted): number =>
  other.most - one.most || (one.id < other.id ? -1 : 1);

/** A number that is a pair's own, and looks like chance. */
const lot = ({ matchId }: Judged): number => Number.parseInt(matchId.slice(-4), 16);

/**
 * A shortlist that is true and no better than it must be: who may match is in it among many who do not, and what a pair can
 * reach is more than it does, by less than so many points.
 */
export function looseShortlist(market: Market, slack = 31): typeof shortlist {
  return (listing, candidates): Shortlist => {
    const wanted = new Set(Array.from(candidates, ({ id }) => id));
    const lists: { open: Shortlisted[]; near: Shortlisted[] } = { open: [], near: [] };
    for (const pair of judgedPairs({ ...market, own: listing })) {
      const id: ListingId = isDemand(listing) ? pair.offer.id : pair.demand.id;
      const chance = lot(pair);
      const mayMatch = pair.verdict.outcome !== 'not-matched' || chance % 5 === 0;
      const isKept = mayMatch || isNear(pair.verdict) || chance % 3 === 0;
      const most = Math.min(100, pair.verdict.score + (chance % slack));
      if (wanted.has(id) && isKept) lists[mayMatch ? 'open' : 'near'].push({ id, most });
    }
    return { open: lists.open.sort(bestFirst), near: lists.near.sort(bestFirst) };
  };
}

import { canaryReadings, daysAMonth, looks, mostNear } from './units.ts';

/** How large a zone is and how busy, as its operator says it. */
export type Load = {
  readonly offers: number;
  readonly demands: number;
  readonly postsPerDay: number;
  /** Share of the other side that stands under a related domain. */
  readonly candidateShare: number;
  /** Share of candidates that match. */
  readonly matchShare: number;
  /** Contacts of a buyer that are mailed. */
  readonly contacts: number;
  /** What callers read for each listing that is posted. */
  readonly readingsPerPost: number;
  /** How long it has run: records and the audit record stay. */
  readonly months: number;
};

/** What a zone is taken for where nothing is said. */
export const assumed = {
  candidateShare: 0.05,
  matchShare: 0.05,
  contacts: 1.5,
  readingsPerPost: 20,
  months: 12,
} as const;

/** Share of candidates that one small change would have match. */
const nearShare = 0.2;

/** How often each thing is done in some time. */
export type Activities = {
  readonly postedOffers: number;
  readonly postedDemands: number;
  /** Looks of the matcher at offers and at demands, and the pairs that they read. */
  readonly offerLooks: number;
  readonly demandLooks: number;
  readonly pairReads: number;
  readonly records: number;
  readonly tellings: number;
  readonly mails: number;
  readonly readings: number;
};

/** What a month has of each. `reconciliations`: how often all demands are judged anew. */
export function monthOf(load: Load, reconciliations: number): Activities {
  const { offers, demands, candidateShare, matchShare, contacts } = load;
  const posts = load.postsPerDay * daysAMonth;
  const share = offers / Math.max(1, offers + demands);
  const postedOffers = posts * share;
  const postedDemands = posts - postedOffers;
  const pairsOfOffer = demands * candidateShare;
  const pairsOfDemand = offers * candidateShare;
  const recordsOf = (pairs: number): number => pairs * matchShare + Math.min(pairs * nearShare, mostNear);
  const matchesOfOffer = pairsOfOffer * matchShare;
  const matchesOfDemand = pairsOfDemand * matchShare;
  const anew = demands * reconciliations;
  return {
    postedOffers,
    postedDemands,
    offerLooks: postedOffers * looks.offer,
    demandLooks: postedDemands * looks.demand + anew,
    pairReads: postedOffers * looks.offer * pairsOfOffer + (postedDemands * looks.demand + anew) * pairsOfDemand,
    records: postedOffers * recordsOf(pairsOfOffer) + postedDemands * recordsOf(pairsOfDemand),
    tellings: (postedOffers * matchesOfOffer + postedDemands * matchesOfDemand) * contacts,
    // A new offer is told to each buyer that it fits; a new demand has one mail with all that fits it.
    mails: (postedOffers * matchesOfOffer + postedDemands * Math.min(1, matchesOfDemand)) * contacts,
    readings: posts * load.readingsPerPost,
  };
}

/** The month with what the canary adds to it: of each run an offer and a demand that match each other and nobody else, and stay on record. */
export const withCanary = (month: Activities, runs: number): Activities => ({
  ...month,
  postedOffers: month.postedOffers + runs,
  postedDemands: month.postedDemands + runs,
  offerLooks: month.offerLooks + runs * looks.offer,
  demandLooks: month.demandLooks + runs * looks.demand,
  pairReads: month.pairReads + runs * (looks.offer + looks.demand),
  records: month.records + runs,
  readings: month.readings + runs * canaryReadings,
});

import type { DemandId } from '../../ids.ts';
import { UpdateFrequency } from '../../listing/parts.ts';
import type { Offer } from '../../offer/offer.ts';
import type { Party } from '../../organization/organization.ts';
import type { Instant } from '../../time.ts';
import type { DayJudge } from '../compiled/day-judge.ts';
import { isSourceStated, isVerified, modePoints } from '../compiled/gates.ts';
import type { OfferForm } from '../compiled/offer-form.ts';
import type { PartyForm } from '../compiled/party-form.ts';
import { isAllPassed, type RuledDemand } from '../compiled/rule-gates.ts';
import { full, Scale, said } from '../compiled/standing.ts';
import { hasBit, isWithin } from '../compiled/tag-bits.ts';
import { countOf, placeNumber, purposeAt } from '../compiled/terms.ts';
import { freshness } from '../criteria/freshness.ts';
import { price } from '../criteria/price.ts';
import type { JudgedOffer } from '../judged.ts';
import { judge } from '../match.ts';
import type { Weights } from '../weights.ts';
import { type DemandIndex, requiresNone } from './demand-index.ts';
import { hasSeveral, modesIn, noBudget, placeIn, purposeIn } from './demand-rows.ts';
import { FewBest } from './few-best.ts';
import { failed, pointsIn, SharedPoints } from './shared-points.ts';
import { bucketsOf, type Tier, tiersOf, type Use } from './tiers.ts';

/** A demand that an offer matches, and the score of the pair. */
export type Found = { readonly id: DemandId; readonly score: number };

type JudgedWithId = JudgedOffer & Pick<Offer, 'id'>;

/** What is asked of the index at a time. */
type Question = {
  readonly offer: OfferForm;
  readonly supplier: PartyForm;
  readonly now: number;
  readonly few: FewBest;
  /** The points of each frequency that demands ask for, none first. */
  readonly fresh: readonly number[];
  /** By purpose. */
  readonly uses: readonly Use[];
};

const bestFirst = (one: Found, other: Found): number => other.score - one.score || (one.id < other.id ? -1 : 1);

/**
 * Finds the demands that an offer matches best, without a look at most of them: by domain, purpose, level and rarest tag
 * whole groups are left out, and what cannot reach the score of those found already is not judged. Outcomes and scores are
 * those of `judge`; who wants to know why asks it of the few that were found.
 */
export class DemandSearch {
  private readonly index: DemandIndex;
  private readonly day: DayJudge;
  private readonly weights: Weights;
  private readonly scale: Scale;
  private readonly shared: SharedPoints;
  private readonly buyers: (PartyForm | undefined)[] = [];

  constructor(index: DemandIndex, day: DayJudge, weights: Weights) {
    this.index = index;
    this.day = day;
    this.weights = weights;
    this.scale = new Scale(weights);
    this.shared = new SharedPoints(index);
  }

  /**
   * The demands that an offer matches, needing no person: the best `most` of them, best first, equals by id. Undefined where
   * the offer has a term that the vocabulary does not have: then each pair must be judged by the criteria.
   */
  best(given: JudgedWithId, supplier: Party, at: Instant, most: number): readonly Found[] | undefined {
    const offer = this.day.offerForm({ ...given, knowsFields: true });
    if (!offer) return undefined;
    if (!(most >= 1)) return [];
    const { table } = this.index;
    const few = new FewBest(table, most);
    const fresh = [undefined, ...UpdateFrequency.options].map((updateFrequency) =>
      pointsIn(freshness.judge(given, { updateFrequency })),
    );
    const party = this.day.partyForm(supplier);
    const uses = Array.from(offer.purposePoints, (points, purpose) => {
      const reach = points === 0 ? undefined : this.day.reach(offer, party, purpose);
      return { purpose, passable: reach?.passing ?? 0, tradable: reach?.tradable ?? 0 };
    });
    const question = { offer, supplier: party, now: Date.parse(at), few, fresh, uses };
    if (mayMatch(question)) this.search(question);
    const found = few.inOrder.map(({ row, score }) => ({ id: table.idOf(row), score }));
    const odd = this.judgeOdd(given, supplier, at);
    return odd.length === 0 ? found : [...found, ...odd].sort(bestFirst).slice(0, most);
  }

  /** Demands with terms that the vocabulary does not have, by the criteria themselves. */
  private judgeOdd(offer: JudgedWithId, supplier: Party, now: Instant): readonly Found[] {
    return this.index.odd.flatMap(({ demand, buyer }) => {
      const verdict = judge(offer, demand, { ...this.day.day, now, supplier, buyer }, this.weights);
      return verdict.outcome === 'matched' ? [{ id: demand.id, score: verdict.score }] : [];
    });
  }

  private search(question: Question): void {
    this.shared.begin(question.offer);
    const tiers = tiersOf(question.offer, question.uses).map((tier) => ({
      tier,
      most: this.scoreOf(tier, full, full, full, full, full, full),
    }));
    tiers.sort((one, other) => other.most - one.most);
    for (const { tier, most } of tiers) {
      if (most < question.few.least) return;
      for (const bucket of bucketsOf(tier)) this.searchBucket(question, tier, most, bucket);
    }
  }

  private searchBucket(question: Question, tier: Tier, most: number, bucket: number): void {
    const { groupsOf, groupTag, groupStart } = this.index;
    const end = groupsOf[bucket + 1] ?? 0;
    const use = question.uses[purposeIn(bucket)];
    if (!use) return;
    for (let group = groupsOf[bucket] ?? 0; group < end; group++) {
      const tag = groupTag[group] ?? requiresNone;
      if (tag !== requiresNone && !hasBit(question.offer.own, tag)) continue;
      this.searchRows(question, tier, use, most, groupStart[group] ?? 0, groupStart[group + 1] ?? 0);
    }
  }

  private searchRows(question: Question, tier: Tier, use: Use, most: number, start: number, end: number): void {
    const { few } = question;
    const { table } = this.index;
    for (let row = start; row < end; row++) {
      // The rows of a group stand by their ids: behind one that comes too late for the best score there is none in time.
      if (!few.takes(most, row)) return;
      const score = this.scoreOfRow(question, tier, use, row);
      if (score === failed || !few.takes(score, row) || !this.isMatched(question, use, row)) continue;
      few.take(score, row, (table.frequency(row) & hasSeveral) !== 0);
    }
  }

  /** The score of a row's demand; `failed` where tags, delivery, columns, coverage or price forbid it, or where it is too low. */
  private scoreOfRow({ offer, few, fresh }: Question, tier: Tier, use: Use, row: number): number {
    const { table } = this.index;
    if (!this.index.required.isWithin(offer.own, table.required(row))) return failed;
    const modes = modesIn(table.terms(row));
    const common = offer.modes & modes;
    if ((common & use.passable) === 0 || (common & use.tradable) === 0) return failed;
    const carried = this.shared.ofPreferred(table.preferred(row));
    const delivery = modePoints[countOf(modes)]?.[countOf(common)] ?? 0;
    const freshPoints = fresh[table.frequency(row) & (hasSeveral - 1)] ?? 0;
    if (!few.takes(this.scoreOf(tier, carried, delivery, full, full, freshPoints, full), row)) return failed;
    const wish = table.wish(row);
    const [fieldPoints, coveragePoints] = [this.shared.ofFields(wish), this.shared.ofCoverage(wish)];
    const pricePoints = this.pointsOfPrice(offer, row);
    if (fieldPoints === failed || coveragePoints === failed || pricePoints === failed) return failed;
    return this.scoreOf(tier, carried, delivery, fieldPoints, coveragePoints, freshPoints, pricePoints);
  }

  private pointsOfPrice({ judged }: OfferForm, row: number): number {
    const number = this.index.table.budget(row);
    if (number === noBudget) return full;
    return pointsIn(price.judge(judged, { budget: this.index.budgets[number] }));
  }

  /** Whether the gates pass that ask who the parties are, and what the rule tables say of them. */
  private isMatched({ offer, supplier, now }: Question, { purpose }: Use, row: number): boolean {
    const { table } = this.index;
    const buyer = this.buyerOf(table.buyer(row));
    if (!buyer || table.isOverAt(row, now) || buyer.party.suspended) return false;
    const { organizationId, securityLevel } = offer.judged;
    const isOneParty =
      buyer.party.id === organizationId ||
      buyer.party.affiliates.includes(organizationId) ||
      supplier.party.affiliates.includes(buyer.party.id);
    if (isOneParty || securityLevel > buyer.party.clearance || !isVerified(buyer)) return false;
    if (!isWithin(offer.recipient, buyer.held)) return false;
    return isAllPassed(this.day.ruled(offer, supplier, this.ruledOf(purpose, table.terms(row)), buyer));
  }

  private ruledOf(purpose: number, terms: number): RuledDemand {
    const jurisdiction = this.index.places[placeIn(terms)] ?? '';
    const judged = { jurisdiction, purpose: purposeAt(purpose) };
    return { purpose, place: placeNumber(jurisdiction), modes: modesIn(terms), judged };
  }

  private buyerOf(number: number): PartyForm | undefined {
    const known = this.buyers[number];
    if (known) return known;
    const party = this.index.buyers[number];
    const form = party && this.day.partyForm(party);
    this.buyers[number] = form;
    return form;
  }

  /** The weighted points, summed up in the order of the criteria, as verdicts do it. */
  private scoreOf(
    tier: Tier,
    carried: number,
    delivery: number,
    fieldPoints: number,
    coveragePoints: number,
    freshPoints: number,
    pricePoints: number,
  ): number {
    const { scale } = this;
    const { weight } = scale;
    return scale.scoreOfSum(
      weight.domain * tier.domain +
        weight['security-level'] * tier.level +
        weight['carried-tags'] * carried +
        weight['recipient-tags'] * full +
        weight.purpose * tier.purpose +
        weight['delivery-mode'] * delivery +
        weight.fields * fieldPoints +
        weight.coverage * coveragePoints +
        weight.freshness * freshPoints +
        weight.price * pricePoints,
    );
  }
}

/** Whether anything can match at all: what keeps an offer from every demand is found before any is looked at. */
function mayMatch({ offer, supplier, now }: Question): boolean {
  const isInForce = offer.judged.status === 'listed' && offer.validUntil > now && !supplier.party.suspended;
  const mayBeTraded = offer.classGate.always === undefined || offer.classGate.always === said.pass;
  return isInForce && mayBeTraded && isVerified(supplier) && isSourceStated(offer, supplier) && offer.saysSubject;
}

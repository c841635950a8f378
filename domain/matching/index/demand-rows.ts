import type { DemandId } from '../../ids.ts';
import { UpdateFrequency } from '../../listing/parts.ts';
import type { Party } from '../../organization/organization.ts';
import { DeliveryMode } from '../../vocabulary/delivery-modes.ts';
import { isJurisdiction } from '../../vocabulary/jurisdictions.ts';
import { domainCount, domainNumber, modeBits, purposeCount, purposeNumber } from '../compiled/terms.ts';
import { namesOf } from '../criteria/fields.ts';
import type { JudgedDemand } from '../judged.ts';
import { type DemandColumns, demandColumns, latestSecond, withRoom } from './demand-columns.ts';
import { Shared } from './shared.ts';
import { millisecondsOf, wordAt } from './spellings.ts';
import { numbersOf, unknownTag } from './tag-lists.ts';

/** A demand and the party that asks. */
export type AskedBy = {
  readonly demand: JudgedDemand & { readonly id: DemandId };
  readonly buyer: Party;
};

/** Levels 1..5. */
export const levelCount = 5;

/** How many buckets there are: one a domain, purpose and highest level. */
export const bucketCount = domainCount * purposeCount * levelCount;

/** Where the demands of a domain, purpose and highest level stand. */
export const bucketOf = (domain: number, purpose: number, maxLevel: number): number =>
  (domain * purposeCount + purpose) * levelCount + maxLevel - 1;

/** The purpose that all demands of a bucket are for. */
export const purposeIn = (bucket: number): number => Math.floor(bucket / levelCount) % purposeCount;

/** The number of no budget. */
export const noBudget = 0;

/** Set beside the frequency where a demand has rows under several domains. */
export const hasSeveral = 16;

/** A list as text, without making one where there is a text already. */
const keyOfTags = (tags: readonly string[]): string => (tags.length > 1 ? tags.join() : (tags[0] ?? ''));

/** How many sets of ways of delivery there are. */
const modeSets = 1 << DeliveryMode.options.length;

/** Place and ways of delivery as one number of 16 bits; there are some 250 places. */
const termsOf = (place: number, modes: number): number => place * modeSets + modes;
export const modesIn = (terms: number): number => terms % modeSets;
export const placeIn = (terms: number): number => Math.floor(terms / modeSets);

/** Columns that demands hope for: what each may be called, and whether it must be there. */
type Expected = { readonly names: readonly string[]; readonly required: boolean };

/** Columns and coverage. */
export type Wish = Pick<JudgedDemand, 'coverage'> & { readonly expected: readonly Expected[] };

/** Demands as rows, in the order in which they come: one for each domain of a demand. */
export class DemandRows {
  columns: DemandColumns;
  /** Domain, purpose and highest level of each row. */
  buckets: Uint32Array;
  length = 0;
  readonly required = new Shared<readonly number[]>();
  readonly preferred = new Shared<readonly number[]>();
  readonly wishes = new Shared<Wish>();
  /** Where data will be used. */
  readonly places = new Shared<string>();
  /** The first is none. */
  readonly budgets: JudgedDemand['budget'][] = [undefined];
  readonly buyers = new Shared<Party>();
  /** Those with a term that the vocabulary does not have: the criteria themselves judge them. */
  readonly odd: AskedBy[] = [];
  private readonly names = new Map<string, readonly string[]>();
  private readonly amounts = new Map<string, Map<number, number>>();

  /** With room for so many rows to begin with: to grow takes copying. */
  constructor(room: number) {
    this.columns = demandColumns(Math.max(room, 1));
    this.buckets = new Uint32Array(Math.max(room, 1));
    this.wishes.numberOf('', () => ({ expected: [] }));
  }

  add(asked: AskedBy): void {
    const { demand, buyer } = asked;
    if (demand.status !== 'listed') return;
    const purpose = purposeNumber(demand.purpose);
    const isKnown =
      isJurisdiction(demand.jurisdiction) && demand.domains.every((code) => domainNumber(code) !== undefined);
    const required = this.required.numberOf(keyOfTags(demand.requiredTags), () => numbersOf(demand.requiredTags));
    if (purpose === undefined || !isKnown || this.required.values[required]?.includes(unknownTag)) {
      this.odd.push(asked);
      return;
    }
    const place = this.places.numberOf(demand.jurisdiction, () => demand.jurisdiction);
    const shared = {
      terms: termsOf(place, modeBits(demand.deliveryModes)),
      required,
      preferred: this.preferred.numberOf(keyOfTags(demand.preferredTags), () => numbersOf(demand.preferredTags)),
      wish: this.wishOf(demand),
      budget: this.budgetOf(demand),
      buyer: this.buyers.numberOf(buyer.id, () => buyer),
    };
    for (const code of demand.domains)
      this.addRow(demand, shared, bucketOf(domainNumber(code) ?? 0, purpose, demand.maxSecurityLevel));
  }

  private addRow(
    { id, validUntil, updateFrequency, domains }: AskedBy['demand'],
    shared: SharedNumbers,
    bucket: number,
  ): void {
    if (this.length === this.buckets.length) this.grow();
    const row = this.length;
    this.length += 1;
    const to = this.columns;
    this.buckets[row] = bucket;
    // Behind `demand-` stand 32 hex digits.
    to.id0[row] = wordAt(id, 7);
    to.id1[row] = wordAt(id, 15);
    to.id2[row] = wordAt(id, 23);
    to.id3[row] = wordAt(id, 31);
    const until = millisecondsOf(validUntil);
    const seconds = Math.min(Math.max(Math.floor(until / 1000), 0), latestSecond);
    to.untilSecond[row] = seconds;
    to.untilMs[row] = Math.min(Math.max(until - seconds * 1000, 0), 999);
    to.budget[row] = shared.budget;
    to.buyer[row] = shared.buyer;
    to.required[row] = shared.required;
    to.preferred[row] = shared.preferred;
    to.wish[row] = shared.wish;
    to.terms[row] = shared.terms;
    const frequency = updateFrequency === undefined ? 0 : UpdateFrequency.options.indexOf(updateFrequency) + 1;
    to.frequency[row] = frequency + (domains.length > 1 ? hasSeveral : 0);
  }

  private grow(): void {
    const buckets = new Uint32Array(this.length * 2);
    buckets.set(this.buckets);
    this.buckets = buckets;
    this.columns = withRoom(this.columns, buckets.length);
  }

  private budgetOf({ budget }: AskedBy['demand']): number {
    if (!budget) return noBudget;
    const { amount, currency } = budget;
    const amounts = this.amounts.get(currency) ?? new Map<number, number>();
    if (amounts.size === 0) this.amounts.set(currency, amounts);
    const known = amounts.get(amount);
    if (known !== undefined) return known;
    amounts.set(amount, this.budgets.length);
    return this.budgets.push(budget) - 1;
  }

  /** The names of columns come again and again. */
  private namesOf(field: AskedBy['demand']['expectedFields'][number]): readonly string[] {
    const key = `${field.name}\n${field.label ?? ''}`;
    const known = this.names.get(key);
    if (known) return known;
    const made = namesOf(field);
    this.names.set(key, made);
    return made;
  }

  private wishOf(demand: AskedBy['demand']): number {
    const { coverage, expectedFields } = demand;
    const asksNothing = coverage === undefined && expectedFields.length === 0;
    if (asksNothing) return 0;
    const key = JSON.stringify([coverage, expectedFields]);
    return this.wishes.numberOf(key, () => ({
      coverage,
      expected: expectedFields.map((field) => ({ names: this.namesOf(field), required: field.required })),
    }));
  }
}

type SharedNumbers = Readonly<Record<'terms' | 'required' | 'preferred' | 'wish' | 'budget' | 'buyer', number>>;

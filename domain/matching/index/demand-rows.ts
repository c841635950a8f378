import type { DemandId } from '../../ids.ts';
import { UpdateFrequency } from '../../listing/parts.ts';
import type { Party } from '../../organization/organization.ts';
import { DeliveryMode } from '../../vocabulary/delivery-modes.ts';
import { isJurisdiction } from '../../vocabulary/jurisdictions.ts';
import { domainCount, domainNumber, modeBits, purposeCount, purposeNumber } from '../compiled/terms.ts';
import { namesOf } from '../criteria/fields.ts';
import type { JudgedDemand } from '../judged.ts';
import { DemandTable } from './demand-table.ts';
import { Shared } from './shared.ts';
import { millisecondsOf } from './spellings.ts';
import { SharedTagLists, unknownTag } from './tag-lists.ts';

/** A demand and the party that asks: each demand once, and of one party one state, that of its first demand counts. */
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

/** How many sets of ways of delivery there are. */
const modeSets = 1 << DeliveryMode.options.length;

/** Place and ways of delivery as one number of 16 bits; there are some 250 places. */
export const termsOf = (place: number, modes: number): number => place * modeSets + modes;
export const modesIn = (terms: number): number => terms % modeSets;
export const placeIn = (terms: number): number => Math.floor(terms / modeSets);

/** Columns that demands hope for: what each may be called, and whether it must be there. */
type Expected = { readonly names: readonly string[]; readonly required: boolean };

/** Columns and coverage. */
export type Wish = Pick<JudgedDemand, 'coverage'> & { readonly expected: readonly Expected[] };

/** Demands as rows, in the order in which they come: one for each domain of a demand. */
export class DemandRows {
  readonly table: DemandTable;
  /** Domain, purpose and highest level of each row. */
  buckets: Uint16Array;
  readonly required = new SharedTagLists();
  readonly preferred = new SharedTagLists();
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
    this.table = new DemandTable(room);
    this.buckets = new Uint16Array(Math.max(room, 1));
    this.wishes.numberOf('', { expected: [] });
  }

  get length(): number {
    return this.table.length;
  }

  add(asked: AskedBy): void {
    const { demand, buyer } = asked;
    if (demand.status !== 'listed') return;
    const purpose = purposeNumber(demand.purpose);
    const isKnown =
      isJurisdiction(demand.jurisdiction) && demand.domains.every((code) => domainNumber(code) !== undefined);
    const required = this.required.numberOf(demand.requiredTags);
    if (purpose === undefined || !isKnown || this.required.values[required]?.includes(unknownTag)) {
      this.odd.push(asked);
      return;
    }
    const place = this.places.numberOf(demand.jurisdiction, demand.jurisdiction);
    const shared = {
      terms: termsOf(place, modeBits(demand.deliveryModes)),
      required,
      preferred: this.preferred.numberOf(demand.preferredTags),
      wish: this.wishOf(demand),
      budget: this.budgetOf(demand),
      buyer: this.buyers.numberOf(buyer.id, buyer),
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
    this.buckets[this.length] = bucket;
    const frequency = updateFrequency === undefined ? 0 : UpdateFrequency.options.indexOf(updateFrequency) + 1;
    this.table.add(id, {
      ...shared,
      until: millisecondsOf(validUntil),
      frequency: frequency + (domains.length > 1 ? hasSeveral : 0),
    });
  }

  private grow(): void {
    const buckets = new Uint16Array(this.length * 2);
    buckets.set(this.buckets);
    this.buckets = buckets;
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
    return this.wishes.numberOfMade(key, () => ({
      coverage,
      expected: expectedFields.map((field) => ({ names: this.namesOf(field), required: field.required })),
    }));
  }
}

type SharedNumbers = Readonly<Record<'terms' | 'required' | 'preferred' | 'wish' | 'budget' | 'buyer', number>>;

import type { DemandId } from '../../ids.ts';
import { UpdateFrequency } from '../../listing/parts.ts';
import type { Party } from '../../organization/organization.ts';
import { isTag } from '../../vocabulary/compliance-tags.ts';
import { tagNumber } from '../../vocabulary/tag-numbers.ts';
import { type DemandForm, demandFormOf } from '../compiled/demand-form.ts';
import { bitsOf, type TagBits } from '../compiled/tag-bits.ts';
import { domainCount, domainNumber, purposeCount, purposeNumber } from '../compiled/terms.ts';
import type { JudgedDemand } from '../judged.ts';
import { demandColumns, withRoom } from './demand-columns.ts';
import { Shared } from './shared.ts';

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

/** What stands for no budget, which is never below nothing. */
export const noBudget = -1;

/** Set beside the frequency where a demand has rows under several domains. */
export const hasSeveral = 16;

/** Tags that demands ask for: each tag by its number. */
export type TagList = { readonly numbers: readonly number[]; readonly bits: TagBits };

const tagList = (tags: readonly string[]): TagList => ({
  // What the vocabulary does not have, no offer carries.
  numbers: tags.map((tag) => tagNumber(tag) ?? -1),
  bits: bitsOf(tags),
});

/** Hours, minutes, seconds and milliseconds of `2026-11-23T08:00:00.000Z`. */
function millisecondsOfDay(instant: string): number {
  const digit = (at: number): number => instant.charCodeAt(at) - 48;
  const hours = digit(11) * 10 + digit(12);
  const minutes = digit(14) * 10 + digit(15);
  const seconds = digit(17) * 10 + digit(18);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + digit(20) * 100 + digit(21) * 10 + digit(22);
}

/** Demands as rows, in the order in which they come: one for each domain of a demand. */
export class DemandRows {
  columns = demandColumns(1024);
  length = 0;
  readonly required = new Shared<TagList>();
  readonly preferred = new Shared<TagList>();
  readonly wishes = new Shared<Pick<JudgedDemand, 'coverage' | 'expectedFields'>>();
  readonly terms = new Shared<DemandForm>();
  readonly currencies = new Shared<string>();
  readonly buyers = new Shared<Party>();
  /** Those with a term that the vocabulary does not have: the criteria themselves judge them. */
  readonly odd: AskedBy[] = [];
  private readonly days = new Map<string, number>();

  add(asked: AskedBy): void {
    const { demand, buyer } = asked;
    const purpose = purposeNumber(demand.purpose);
    const terms = this.termsOf(demand);
    if (purpose === undefined || terms === undefined || !demand.requiredTags.every(isTag)) {
      this.odd.push(asked);
      return;
    }
    const shared = {
      terms,
      required: this.required.numberOf(demand.requiredTags.join(), () => tagList(demand.requiredTags)),
      preferred: this.preferred.numberOf(demand.preferredTags.join(), () => tagList(demand.preferredTags)),
      wish: this.wishOf(demand),
      buyer: this.buyers.numberOf(buyer.id, () => buyer),
    };
    for (const code of demand.domains)
      this.addRow(demand, shared, bucketOf(domainNumber(code) ?? 0, purpose, demand.maxSecurityLevel));
  }

  private addRow(
    { id, validUntil, budget, updateFrequency, domains }: AskedBy['demand'],
    shared: SharedNumbers,
    bucket: number,
  ): void {
    if (this.length === this.columns.bucket.length) this.columns = withRoom(this.columns, this.length * 2);
    const row = this.length;
    this.length += 1;
    const to = this.columns;
    to.bucket[row] = bucket;
    // Behind `demand-` stand 32 hex digits.
    to.id0[row] = Number.parseInt(id.slice(7, 15), 16);
    to.id1[row] = Number.parseInt(id.slice(15, 23), 16);
    to.id2[row] = Number.parseInt(id.slice(23, 31), 16);
    to.id3[row] = Number.parseInt(id.slice(31, 39), 16);
    to.validUntil[row] = this.dayOf(validUntil) + millisecondsOfDay(validUntil);
    to.budget[row] = budget?.amount ?? noBudget;
    to.currency[row] = budget ? this.currencies.numberOf(budget.currency, () => budget.currency) : 0;
    to.buyer[row] = shared.buyer;
    to.required[row] = shared.required;
    to.preferred[row] = shared.preferred;
    to.wish[row] = shared.wish;
    to.terms[row] = shared.terms;
    const frequency = updateFrequency === undefined ? 0 : UpdateFrequency.options.indexOf(updateFrequency) + 1;
    to.frequency[row] = frequency + (domains.length > 1 ? hasSeveral : 0);
  }

  /** Purpose, place and ways of delivery; undefined where the vocabulary lacks one of the demand's terms. */
  private termsOf(demand: AskedBy['demand']): number | undefined {
    const { purpose, jurisdiction, deliveryModes } = demand;
    const number = this.terms.find(`${purpose} ${jurisdiction} ${deliveryModes.join()}`);
    if (number !== undefined && demand.domains.every((code) => domainNumber(code) !== undefined)) return number;
    const form = demandFormOf({ ...demand, knowsFields: true });
    return form && this.terms.numberOf(`${purpose} ${jurisdiction} ${deliveryModes.join()}`, () => form);
  }

  private wishOf(demand: AskedBy['demand']): number {
    const { coverage, expectedFields } = demand;
    const asksNothing = coverage === undefined && expectedFields.length === 0;
    const key = asksNothing ? '' : JSON.stringify([coverage, expectedFields]);
    return this.wishes.numberOf(key, () => ({ coverage, expectedFields }));
  }

  private dayOf(instant: string): number {
    const day = instant.slice(0, 10);
    const known = this.days.get(day);
    if (known !== undefined) return known;
    const start = Date.parse(day);
    this.days.set(day, start);
    return start;
  }
}

type SharedNumbers = Readonly<Record<'terms' | 'required' | 'preferred' | 'wish' | 'buyer', number>>;

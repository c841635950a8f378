import { fieldNames } from '../../vocabulary/field-names.ts';
import type { JudgedDemand, JudgedOffer } from '../judged.ts';
import type { Judgement } from '../judgement.ts';
import { type Reason, reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

type Expected = JudgedDemand['expectedFields'][number];

/** What an offer that states no columns scores: it may have them all, or none. */
const unstated = 0.5;

function namesOf(offer: Pick<JudgedOffer, 'fields'>): ReadonlySet<string> {
  return new Set(offer.fields.flatMap(({ name, label }) => [...fieldNames(name), ...fieldNames(label)]));
}

const nameOf = ({ name, label }: Expected): string => label ?? name;

function reasonFor(asked: number, missing: string[]): Reason {
  return missing.length === 0
    ? reason('fields-covered', { asked })
    : reason('fields-partly', { found: asked - missing.length, asked, missing });
}

/** The columns that the demand hopes for, by name, label in either language, or a synonym; a required one must be there. */
export const fields = {
  id: 'fields',
  judge: (offer: Pick<JudgedOffer, 'fields'>, demand: Pick<JudgedDemand, 'expectedFields'>): Judgement => {
    const expected = demand.expectedFields;
    if (expected.length === 0) return { outcome: 'pass', score: 1, reason: reason('no-fields-asked', {}) };
    if (offer.fields.length === 0) {
      return { outcome: 'pass', score: unstated, reason: reason('fields-not-stated', {}) };
    }
    const offered = namesOf(offer);
    const has = ({ name, label }: Expected): boolean =>
      [...fieldNames(name), ...fieldNames(label)].some((known) => offered.has(known));
    const missing = expected.filter((one) => !has(one));
    const required = missing.filter((one) => one.required).map(nameOf);
    if (required.length > 0) {
      return { outcome: 'fail', score: 0, reason: reason('fields-required-missing', { missing: required }) };
    }
    const share = (expected.length - missing.length) / expected.length;
    return { outcome: 'pass', score: share, reason: reasonFor(expected.length, missing.map(nameOf)) };
  },
} satisfies Criterion;

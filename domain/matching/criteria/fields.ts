import { fieldNames } from '../../vocabulary/field-names.ts';
import type { JudgedDemand, JudgedOffer } from '../judged.ts';
import type { Judgement } from '../judgement.ts';
import { type Reason, reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

type Expected = JudgedDemand['expectedFields'][number];

/** What an offer that states no columns scores: it may have them all, or none. */
export const unstatedFields = 0.5;

type Named = { readonly name: string; readonly label?: string | undefined };

/** Everything that a column may be called. */
export const namesOf = ({ name, label }: Named): readonly string[] => [...fieldNames(name), ...fieldNames(label)];

/** Everything that the columns of an offer may be called. */
export const offeredNames = ({ fields: offered }: Pick<JudgedOffer, 'fields'>): ReadonlySet<string> =>
  new Set(offered.flatMap(namesOf));

/** Score by how many of the columns that were asked for are missing. */
export const scoreOfFields = (missing: number, asked: number): number => (asked - missing) / asked;

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
      return { outcome: 'pass', score: unstatedFields, reason: reason('fields-not-stated', {}) };
    }
    const offered = offeredNames(offer);
    const has = (one: Expected): boolean => namesOf(one).some((known) => offered.has(known));
    const missing = expected.filter((one) => !has(one));
    const required = missing.filter((one) => one.required).map(nameOf);
    if (required.length > 0) {
      return { outcome: 'fail', score: 0, reason: reason('fields-required-missing', { missing: required }) };
    }
    const share = scoreOfFields(missing.length, expected.length);
    return { outcome: 'pass', score: share, reason: reasonFor(expected.length, missing.map(nameOf)) };
  },
} satisfies Criterion;

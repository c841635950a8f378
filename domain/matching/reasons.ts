import * as z from 'zod';
import { type Bilingual, type Locale, nameIn } from '../vocabulary/bilingual.ts';
import { deliveryReasons } from './reasons/delivery.ts';
import { domainReasons } from './reasons/domains.ts';
import { FactValue } from './reasons/entry.ts';
import { flowReasons } from './reasons/flows.ts';
import { partyReasons } from './reasons/parties.ts';
import { purposeReasons } from './reasons/purposes.ts';
import { securityReasons } from './reasons/security.ts';
import { tagReasons } from './reasons/tags.ts';

/**
 * The closed table of reasons. Both sides of a match read these sentences: no fact may hold more of the other side
 * than its criterion needs, and never a clearance, a list of held tags, an organization or a budget.
 */
const table = {
  ...partyReasons,
  ...domainReasons,
  ...securityReasons,
  ...tagReasons,
  ...purposeReasons,
  ...flowReasons,
  ...deliveryReasons,
};

type ReasonCode = keyof typeof table;

/** The facts that a reason code takes. */
type FactsOf<C extends ReasonCode> = z.infer<(typeof table)[C]['facts']>;

/** Why a criterion says what it says; a stored one may have a code or facts that the table no longer has. */
export const Reason = z.strictObject({ code: z.string(), facts: z.record(z.string(), FactValue) });
export type Reason = z.infer<typeof Reason>;

/** Every code of the table, in its order. */
export const reasonCodes: readonly string[] = Object.keys(table);

/** A reason of the table; the compiler knows which facts its code takes. */
export function reason<C extends ReasonCode>(code: C, facts: FactsOf<C>): Reason;
export function reason(code: ReasonCode, facts: Reason['facts']): Reason {
  return { code, facts };
}

const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(table, code);

const neutral: Bilingual = {
  zh: '这一判断按当时的规则作出，其说明已不再使用。',
  en: 'This was judged by an earlier rule whose wording is no longer in use.',
};

/** The sentence of a reason in the reader's language; a neutral one where the table does not have it (any more). */
export function sentence(given: Reason, locale: Locale): string {
  const said = isReasonCode(given.code) ? table[given.code].render(given.facts) : undefined;
  return nameIn(locale, said ?? neutral);
}

import type { CalendarDay } from '../time.ts';
import { type FlowRule, flowRuleEditions } from '../vocabulary/cross-border-rules.ts';
import { type PurposeRule, purposeRuleEditions } from '../vocabulary/purpose-rules.ts';
import { type Edition, editionOn } from '../vocabulary/rule-row.ts';
import { type TradabilityRow, tradabilityEditions } from '../vocabulary/security-levels.ts';

/** The issue of each rule table that pairs are judged by. */
export type Rulebook = {
  readonly purposeRules: Edition<PurposeRule>;
  readonly flowRules: Edition<FlowRule>;
  readonly tradability: Edition<TradabilityRow>;
};

/** The tables in effect on a day of the zone's calendar. */
export function rulebookOn(day: CalendarDay): Rulebook {
  return {
    purposeRules: editionOn(purposeRuleEditions, day),
    flowRules: editionOn(flowRuleEditions, day),
    tradability: editionOn(tradabilityEditions, day),
  };
}

/** Which issues a rulebook is made of, as a verdict records it. */
export function versionOf({ purposeRules, flowRules, tradability }: Rulebook): string {
  return [
    `purpose-rules@${purposeRules.version}`,
    `cross-border-rules@${flowRules.version}`,
    `security-levels@${tradability.version}`,
  ].join(' ');
}

const editions = [...purposeRuleEditions, ...flowRuleEditions, ...tradabilityEditions];

/** Whether a table changes on a day: from then on pairs may be judged otherwise, though nobody touched a listing. */
export function isFirstDayOfEdition(day: CalendarDay): boolean {
  return editions.some(({ effectiveFrom }) => effectiveFrom === day);
}

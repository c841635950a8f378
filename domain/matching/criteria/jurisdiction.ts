import type { FlowDataKind, FlowRule } from '../../vocabulary/cross-border-rules.ts';
import { isJurisdiction } from '../../vocabulary/jurisdictions.ts';
import { isSamePlaceAbroad, liesIn } from '../../vocabulary/places.ts';
import { flowKindsOf } from '../data-kinds.ts';
import { evidenceFor, lackOf, lacksNothing } from '../evidence.ts';
import { type DayFacts, rulesFor } from '../facts.ts';
import { type FlowCase, rowHolds, type UnstatedFact } from '../flow-conditions.ts';
import type { FlowDemand, JudgedOffer } from '../judged.ts';
import type { Judgement } from '../judgement.ts';
import { reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

const isAbout = (row: FlowRule, kind: FlowDataKind): boolean =>
  row.dataKind === 'any' || row.dataKind === kind || (row.dataKind === 'personal' && kind === 'sensitive-personal');

const isBetween = (row: FlowRule, from: string, to: string): boolean =>
  row.from.some((place) => liesIn(from, place)) && row.to.some((place) => liesIn(to, place));

type Decision = { readonly row: FlowRule } | { readonly row: FlowRule; readonly unstated: UnstatedFact };

/** The first row that matches; or the first that may match, with the fact that it needs and nobody has stated. Undefined: none does. */
function decide(kind: FlowDataKind, demand: FlowDemand, about: FlowCase): Decision | undefined {
  const { jurisdiction: from, securityClass } = about.offer;
  for (const row of rulesFor(about.facts).flowRules.rows) {
    if (!isAbout(row, kind) || !isBetween(row, from, demand.jurisdiction)) continue;
    if (row.securityClass !== 'any' && row.securityClass !== securityClass) continue;
    const holds = rowHolds(row, about);
    if (holds === true) return { row };
    if (holds !== false) return { row, unstated: holds };
  }
  return undefined;
}

function judgeDecision(decision: Decision | undefined, demand: FlowDemand, { offer, evidence }: FlowCase): Judgement {
  const way = { from: offer.jurisdiction, to: demand.jurisdiction };
  if (!decision) return { outcome: 'review', score: null, reason: reason('flow-rule-none', way) };
  const { row } = decision;
  const rules = [row.id];
  const basis = { basisZh: row.citation.zh, basisEn: row.citation.en };
  const score = null;
  if (row.unknown.length > 0) {
    const why = reason('rule-not-understood', { rules, unknown: row.unknown });
    return { outcome: 'review', score, reason: why, rules };
  }
  if ('unstated' in decision) {
    const why = reason('flow-fact-unstated', { ...way, fact: decision.unstated, ...basis });
    return { outcome: 'review', score, reason: why, rules };
  }
  const lack = lackOf([row], evidence.given);
  switch (row.outcome) {
    case 'prohibited':
      return { outcome: 'fail', score, reason: reason('flow-prohibited', { ...way, ...basis }), rules };
    case 'manual-review':
      return { outcome: 'review', score, reason: reason('flow-asks', { ...way, ...lack, ...basis }), rules, ...lack };
    case 'allowed':
    case 'allowed-with': {
      if (!lacksNothing(lack)) {
        return { outcome: 'fail', score, reason: reason('flow-lacks', { ...way, ...lack, ...basis }), rules, ...lack };
      }
      const isDomestic = liesIn(way.from, 'CN') && liesIn(way.to, 'CN');
      const why = isDomestic ? reason('flow-domestic', {}) : reason('flow-allowed', { ...way, ...basis });
      return { outcome: 'pass', score, reason: why, rules };
    }
  }
}

const strictness = { fail: 0, review: 1, pass: 2 };

/**
 * Whether data may go from where it is kept to where it is used: the cross-border table, run once for each kind of data
 * that the offer is, the strictest outcome counts (Provisions on Promoting and Regulating Cross-Border Data Flows, CAC
 * Order 16 of 2024; PIPL Art 36-42; GBA standard contracts). What a row needs and nobody stated is asked of a person.
 */
export const jurisdiction = {
  id: 'jurisdiction',
  judge: (offer: JudgedOffer, demand: FlowDemand, facts: DayFacts): Judgement => {
    const from = offer.jurisdiction;
    const terms = [from, demand.jurisdiction].filter((code) => !isJurisdiction(code));
    if (terms.length > 0) return { outcome: 'review', score: null, reason: reason('term-unknown', { terms }) };
    if (isSamePlaceAbroad(from, demand.jurisdiction)) {
      return { outcome: 'pass', score: null, reason: reason('jurisdiction-same', { place: from }) };
    }
    const evidence = evidenceFor(offer, demand, facts);
    const about = { offer, evidence, facts };
    const kinds = flowKindsOf(offer, evidence.carried);
    const asked: readonly FlowDataKind[] = kinds.length > 0 ? kinds : ['any'];
    const judged = asked.map((kind) => judgeDecision(decide(kind, demand, about), demand, about));
    const [strictest] = judged.toSorted((one, other) => strictness[one.outcome] - strictness[other.outcome]);
    if (strictest === undefined) throw new RangeError('no kind of data was judged');
    return strictest;
  },
} satisfies Criterion;

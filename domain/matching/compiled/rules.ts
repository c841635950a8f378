import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { PurposeDataKind, PurposeRule } from '../../vocabulary/purpose-rules.ts';
import { flowKindTags } from '../data-kinds.ts';
import { isEvidence, ofBothParties } from '../evidence.ts';
import { Numbering } from './numbering.ts';
import type { Said } from './standing.ts';
import { bitsOf, type TagBits, unionOf } from './tag-bits.ts';

/** A row of the purpose rules with its tags as bits. */
export type CompiledRule = {
  readonly row: PurposeRule;
  readonly isUnderstood: boolean;
  readonly purposes: TagBits;
  readonly forbid: TagBits;
  readonly allOf: TagBits;
  readonly anyOf: readonly TagBits[];
};

/** The tables that a day is judged by, with what the compiled gates need of them worked out once. */
export type CompiledRules = {
  readonly rulebook: Rulebook;
  readonly purposeRules: readonly CompiledRule[];
  /** Tags by which rules tell one buyer from another; buyers alike in these are alike to every rule. */
  readonly ofBuyers: TagBits;
  readonly buyerClasses: Numbering;
  /** Tags that the cross-border rules ask about. */
  readonly ofFlows: TagBits;
  /** Whether a row of theirs is not understood. */
  readonly hasOddFlows: boolean;
  readonly flowClasses: Numbering;
  /** What the cross-border rules said before of offers, places and buyers that are alike to them. */
  readonly flows: Map<number, Said>;
};

function compileRule(row: PurposeRule): CompiledRule {
  return {
    row,
    isUnderstood: row.unknown.length === 0,
    purposes: bitsOf(row.purposes),
    forbid: bitsOf(row.forbid),
    allOf: bitsOf(row.allOf.filter(isEvidence)),
    anyOf: row.anyOf.map(bitsOf),
  };
}

/** Every tag by which the cross-border rules tell kinds of data apart, or that they ask for. */
function flowTags({ flowRules }: Rulebook): TagBits {
  const told = flowRules.rows.flatMap(({ allOf, anyOf, conditions }) => [
    ...allOf,
    ...anyOf.flat(),
    ...Object.values(conditions).flatMap((value) => (typeof value === 'string' ? [value] : [])),
  ]);
  return bitsOf([...told, ...flowKindTags, ...ofBothParties]);
}

/** Compiles the tables of a rulebook: nothing is decided here that they do not say. */
export function compileRules(rulebook: Rulebook): CompiledRules {
  const purposeRules = rulebook.purposeRules.rows.map(compileRule);
  const recipients = rulebook.flowRules.rows.flatMap(({ conditions }) => conditions.recipientTag ?? []);
  const ofBuyers = unionOf(
    bitsOf([...ofBothParties, ...recipients, 'actor-foreign-controlled']),
    ...purposeRules.map(({ forbid }) => forbid),
  );
  return {
    rulebook,
    purposeRules,
    ofBuyers,
    buyerClasses: new Numbering(),
    ofFlows: flowTags(rulebook),
    hasOddFlows: rulebook.flowRules.rows.some(({ unknown }) => unknown.length > 0),
    flowClasses: new Numbering(),
    flows: new Map(),
  };
}

/** Whether a rule speaks of data of a kind. */
export const isAboutKind = ({ row: { dataKind } }: CompiledRule, kind: PurposeDataKind): boolean =>
  dataKind === 'any' || dataKind === kind || (dataKind === 'personal' && kind === 'sensitive-personal');

import { type Bilingual, type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import type { Arranged, ObligationRule } from './obligation-rule.ts';
import { obligationRules } from './obligation-rules.ts';

/** Something that the parties must still arrange, in the reader's language, with where that comes from. */
export type Obligation = { readonly rule: string; readonly sentence: string; readonly source: string };

const unread: Bilingual = { zh: '；出自一般知识，未经核实', en: '; from general knowledge' };

function sourceOf({ source, isGeneralKnowledge }: ObligationRule, locale: Locale): string {
  return nameIn(locale, source) + (isGeneralKnowledge ? nameIn(locale, unread) : '');
}

/** What is left to arrange before the data of a match can flow. */
export function obligationsOf(about: Arranged, locale: Locale): readonly Obligation[] {
  return obligationRules
    .filter(({ applies }) => applies(about))
    .map((one) => ({ rule: one.rule, sentence: nameIn(locale, one.say(about)), source: sourceOf(one, locale) }));
}

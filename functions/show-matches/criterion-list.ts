import { type Markup, markup } from '../_mail/markup.ts';

/** A criterion in the reader's words; `mark` says what it came to where that is no plain pass. */
export type ShownCriterion = {
  readonly name: string;
  readonly mark: string;
  readonly sentence: string;
  /** Null where it is not scored. */
  readonly score: number | null;
  /** Where its rules stand, where that is told. */
  readonly sources?: readonly Markup[];
};

const small = (sources: readonly Markup[] | undefined): Markup =>
  sources && sources.length > 0 ? markup`<small>${sources}</small>` : markup``;

/** The bar beside a score says nothing that the number does not: whoever does not see it misses nothing. */
const bar = (score: number): Markup =>
  markup`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${score}" height="8"></rect></svg>`;

const scored = ({ name, mark, sentence, score, sources }: ShownCriterion): Markup =>
  markup`<li class="criterion"><p><span>${mark}${name}</span><span>${score ?? ''}</span></p>${bar(score ?? 0)}${sentence}${small(sources)}</li>`;

/** Every scored criterion: its name, its score, a bar, its sentence. */
export const scoredList = (criteria: readonly ShownCriterion[]): Markup =>
  markup`<ul class="plain">${criteria.filter(({ score }) => score !== null).map(scored)}</ul>`;

/** Those that are met or not, without a score; nothing where there are none. */
export function otherList(criteria: readonly ShownCriterion[], heading: string, colon: string): Markup {
  const others = criteria.filter(({ score }) => score === null);
  if (others.length === 0) return markup``;
  const items = others.map(
    ({ name, mark, sentence, sources }) => markup`<li>${mark}${name}${colon}${sentence}${small(sources)}</li>`,
  );
  return markup`<h2>${heading}</h2><ul class="plain others">${items}</ul>`;
}

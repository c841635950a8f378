import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { domainName, levelName, listOf } from '../../domain/vocabulary/names.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { typedLine } from '../_mail/single-line.ts';
import type { matchView } from '../_matching/match-view.ts';
import { matchWords } from './match-words.ts';
import { memberWords } from './member-words.ts';

type Match = ReturnType<typeof matchView>;
export type Side = Match['offer'] | Match['demand'];

type Row = readonly [name: string, value: string];

const some = <T>(value: T | undefined, row: (value: T) => Row): readonly Row[] =>
  value === undefined ? [] : [row(value)];

/** Everything that a match shows of one listing, as far as that lets itself be shown. */
function rowsOf(side: Extract<Side, { title: string }>, locale: Locale): readonly Row[] {
  const [words, own] = [matchWords[locale], memberWords[locale]];
  const domains = 'domains' in side ? side.domains : [side.domain];
  const level = 'maxSecurityLevel' in side ? side.maxSecurityLevel : side.securityLevel;
  return [
    [own.title, typedLine(side.title)],
    [words.domain, nameIn(locale, listOf(domains.map(domainName)))],
    [words.level, nameIn(locale, levelName(level))],
    ...some(side.description, (text): Row => [own.description, text]),
    ...some(side.fields, (fields): Row => [own.fields, fields.map(({ name, label }) => label ?? name).join(', ')]),
    ...some(side.organization, ({ name }): Row => [own.organization, typedLine(name)]),
    ...some(side.contacts, (all): Row => [own.contacts, all.map(({ email }) => email).join(', ')]),
  ];
}

/** A listing in a match; nothing but a sentence where it has changed since. */
export function sideOf(side: Side, heading: string, locale: Locale): Markup {
  if (!('title' in side)) return markup`<h2>${heading}</h2><p>${memberWords[locale].unshown}</p>`;
  const rows = rowsOf(side, locale).map(([name, value]) => markup`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`);
  return markup`<h2>${heading}</h2><dl class="facts">${rows}</dl>`;
}

/** What a listing is called in a match; its id where it is not shown. */
export const titleOf = (side: Side): string => ('title' in side ? typedLine(side.title) : side.id);

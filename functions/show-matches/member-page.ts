import type { MemberAccess } from '../../domain/access/access.ts';
import { type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { criterionNames } from '../_mail/criterion-names.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import type { matchView } from '../_matching/match-view.ts';
import { type Housed, type Reading, showPage } from '../_pages/page.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { otherList, type ShownCriterion, scoredList } from './criterion-list.ts';
import { matchWords } from './match-words.ts';
import { memberWords } from './member-words.ts';
import { type Side, sideOf, titleOf } from './side.ts';

type Match = ReturnType<typeof matchView>;

/** For whom somebody is signed in, and the way out. */
const session = ({ organization }: MemberAccess, locale: Locale): Markup =>
  markup`<form class="answers session" method="post" action="/v1/sign-out"><span>${memberWords[locale].signedIn(organization)}</span><button>${memberWords[locale].signOut}</button></form>`;

function criteriaOf({ criteria }: Match, locale: Locale): readonly ShownCriterion[] {
  return criteria.map(({ criterion, outcome, score, sentence, sources }) => ({
    name: nameIn(locale, criterionNames[criterion]),
    // What a person had to decide has been decided: nobody else's match is readable.
    mark: outcome === 'review' ? memberWords[locale].review : '',
    sentence: sentence[locale],
    score,
    sources: sources.map((source, index) => {
      const basis = index === 0 ? memberWords[locale].basis : '; ';
      return markup`${basis}${source[locale]}`;
    }),
  }));
}

/** The side of a match that is not the reader's. */
const otherSide = ({ offer, demand, ...match }: Match): Side =>
  'role' in match && match.role === 'supplier' ? demand : offer;

/** A match, with all that its reader's organization may see of it. */
export function memberPage(housed: Housed, reading: Reading, match: Match, access: MemberAccess): HttpAnswer {
  const { locale } = reading;
  const [words, own] = [matchWords[locale], memberWords[locale]];
  const criteria = criteriaOf(match, locale);
  const cleared = 'clearedAt' in match ? markup`<p>${own.cleared}</p>` : '';
  const ended = match.status === 'ended' ? markup`<p>${own.ended}</p>` : '';
  const body = markup`${ended}<p class="score"><b>${match.score}</b><span>${words.score}</span></p>${cleared}
${sideOf(match.offer, own.offer, locale)}${sideOf(match.demand, own.demand, locale)}
<h2>${words.why}</h2>${scoredList(criteria)}${otherList(criteria, words.alsoChecked, words.colon)}
<p class="last"><small>${own.found(match.foundAt.slice(0, 10))} · ${match.id}</small></p>${session(access, locale)}`;
  return showPage(housed, 200, reading, { heading: titleOf(otherSide(match)), body });
}

const row = (match: Match, locale: Locale): Markup => {
  const title = titleOf(otherSide(match));
  return markup`<li class="row"><a href="match-page/${match.id}?lang=${locale}" aria-label="${memberWords[locale].open(title)}"><bdi>${title}</bdi></a><b>${match.score}</b></li>`;
};

/** Matches of the reader's organization, best first, and the way to more. */
export function listPage(
  housed: Housed,
  reading: Reading,
  matches: readonly Match[],
  next: string | undefined,
  access: MemberAccess,
): HttpAnswer {
  const { locale } = reading;
  const words = memberWords[locale];
  const more =
    next === undefined
      ? ''
      : markup`<p class="last"><a class="button" href="match-pages?${next}">${words.next}</a></p>`;
  const list =
    matches.length === 0
      ? markup`<p>${words.none}</p>`
      : markup`<ol class="plain">${matches.map((match) => row(match, locale))}</ol>`;
  return showPage(housed, 200, reading, {
    heading: words.heading,
    body: markup`${list}${more}${session(access, locale)}`,
  });
}

/** To a member that has no such match. */
export function missingPage(housed: Housed, reading: Reading, access: MemberAccess): HttpAnswer {
  const [heading, sentence] = memberWords[reading.locale].missing;
  const body = markup`<p>${sentence}</p>${session(access, reading.locale)}`;
  return showPage(housed, 404, reading, { heading, body });
}

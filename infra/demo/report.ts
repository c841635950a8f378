import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { Mail, ShownCriterion, ShownMatch } from './answers.ts';
import { clip, inColumns, widthOf } from './columns.ts';
import type { CrossCheck } from './cross-check.ts';
import type { NearMatch } from './judged-market.ts';
import type { ZoneRecord } from './record.ts';
import { nearMatchLines } from './report-near-matches.ts';

/** All that a report tells. */
export type Findings = {
  readonly record: ZoneRecord;
  /** The best matches in full. */
  readonly best: readonly ShownMatch[];
  readonly near: readonly NearMatch[];
  readonly mails: readonly Mail[];
  readonly check: CrossCheck;
  readonly mailbox: string;
};

const lineWidth = 110;

/** The language in which a listing is written. */
const languageOf = (title: string): Locale => (/\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en');

const heading = (text: string): readonly string[] => ['', text, '─'.repeat(widthOf(text))];

/** The criteria that lifted the score most: weight times score; the first of the list where two are equal. */
export function strongest(criteria: readonly ShownCriterion[], count: number): readonly ShownCriterion[] {
  const lift = ({ weight, score }: ShownCriterion): number => weight * (score ?? 0);
  return [...criteria].sort((one, other) => lift(other) - lift(one)).slice(0, count);
}

function titlesOf({ offers, demands }: ZoneRecord): (id: string) => string {
  const titles = new Map<string, string>([...offers, ...demands].map(({ id, title }) => [id, title]));
  return (id) => titles.get(id) ?? id;
}

function matchLines(match: ShownMatch, titleOf: (id: string) => string, shown: readonly ShownCriterion[]) {
  const demand = titleOf(match.demand.id);
  const pair = `${inColumns(titleOf(match.offer.id), 50)}  →  ${clip(demand, 50)}`;
  const reasons = shown.map(({ sentence }) => `       · ${clip(sentence[languageOf(demand)], lineWidth - 9)}`);
  return [`${String(match.score).padStart(4)}   ${pair}`, ...reasons];
}

function mailLines(mails: readonly Mail[]): readonly string[] {
  return mails.map(({ to, subject }) => {
    const readers = to.map(({ address }) => address).join(', ');
    return `  ${inColumns(readers, 40)}  ${clip(subject, lineWidth - 44)}`;
  });
}

function checkLines({ onRecord, judged, differences }: CrossCheck): readonly string[] {
  const figures = `On record: ${onRecord}. Judging every pair by itself: ${judged}.`;
  if (differences.length === 0) return [`${figures} The two agree, pair by pair, in outcome and score.`];
  return [`${figures} THEY DIFFER in ${differences.length}:`, ...differences.slice(0, 20).map((one) => `  ${one}`)];
}

/** One line that a script can read. */
export function summaryLine({ record, mails }: Pick<Findings, 'record' | 'mails'>): string {
  const { offers, demands, matches, reviews } = record;
  return `demo: ${offers.length} offers, ${demands.length} demands, ${matches.length} matches, ${reviews.length} needs-review, ${mails.length} mails`;
}

/** The whole report as lines. Formatting alone: the same findings always give the same text. */
export function reportLines(findings: Findings): readonly string[] {
  const { record, best, near, mails, check, mailbox } = findings;
  const titleOf = titlesOf(record);
  return [
    ...heading(`The best ${best.length} of ${record.matches.length} matches (score, offer → demand)`),
    ...best.flatMap((match) => matchLines(match, titleOf, strongest(match.criteria, 2))),
    ...heading(
      `Waiting for a person: ${record.reviews.length} (the buyer is not mailed before the operator has decided)`,
    ),
    ...record.reviews.flatMap((match) =>
      matchLines(
        match,
        titleOf,
        match.criteria.filter(({ outcome }) => outcome === 'review'),
      ),
    ),
    ...heading(`Failed by exactly one gate: ${near.length}`),
    ...nearMatchLines(near, lineWidth, languageOf),
    ...heading(`Mails that went out: ${mails.length}`),
    ...mailLines(mails),
    ...heading('Cross-check'),
    ...checkLines(check),
    '',
    'The organizations, listings and certificates are made up. A match is no legal advice.',
    '机构、条目与证书均为虚构；匹配结果不构成法律意见。',
    `Mailbox: ${mailbox}`,
    summaryLine(findings),
  ];
}

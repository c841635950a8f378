import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import { isOwnSetting, type Peak, resources } from './resources.ts';

const clock = (second: number): string =>
  `${String(Math.floor(second / 3600)).padStart(2, '0')}:${String(Math.floor((second % 3600) / 60)).padStart(2, '0')}`;

/** So many posts a second it takes, by what it was asked for at its busiest. */
export const takesOf = ({ postsASecond, use }: Peak): number =>
  use > 0 ? postsASecond / use : Number.POSITIVE_INFINITY;

export const rounded = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const percent = (use: number): string => `${rounded(use * 100)} %`;

const never = 86_400;
const compareFull = (a: Peak, b: Peak): number => (a.fullAt ?? never) - (b.fullAt ?? never);

/** The one that was full first, of several the one that was asked for the most; where none was, the one that came nearest. */
const firstOf = (peaks: readonly Peak[]): Peak | undefined =>
  peaks.toSorted((a, b) => compareFull(a, b) || b.use - a.use)[0];

const ofAws: Bilingual = { zh: '仅就 AWS 的限额而言，', en: 'Of what AWS limits: ' };

/** What of all is too small first, or what would be; and, where that is a setting of the zone's own, what of the limits of AWS. */
export function firstToFill(peaks: readonly Peak[]): readonly Bilingual[] {
  const first = firstOf(peaks);
  if (first === undefined || !isOwnSetting(first)) return [sentenceOf(first)];
  const { zh, en } = sentenceOf(firstOf(peaks.filter((peak) => !isOwnSetting(peak))));
  return [sentenceOf(first), { zh: `${ofAws.zh}${zh}`, en: `${ofAws.en}${en}` }];
}

function sentenceOf(first: Peak | undefined): Bilingual {
  if (first === undefined) return { zh: '没有任何请求。', en: 'Nothing was asked for.' };
  const { zh, en } = resources[first.resource];
  const [use, takes] = [percent(first.use), rounded(takesOf(first))];
  if (first.fullAt === undefined) {
    return {
      zh: `没有饱和。最先会饱和的是${zh}：最忙时用到 ${use}，约可承受每秒 ${takes} 次发布。`,
      en: `Nothing saturates. First would be ${en}: ${use} at the busiest moment, which takes some ${takes} posts a second.`,
    };
  }
  return {
    zh: `最先饱和的是${zh}：自 ${clock(first.fullAt)} 起不足，最忙时需要 ${use}，约可承受每秒 ${takes} 次发布。`,
    en: `First to saturate is ${en}: too little from ${clock(first.fullAt)} on, ${use} asked for at the busiest moment; it takes some ${takes} posts a second.`,
  };
}

/** A line for each: how much of it is asked for at its busiest, since when that was too much, how much it takes. */
export const peakLines = (peaks: readonly Peak[]): readonly string[] =>
  peaks.map((peak) => {
    const since = peak.fullAt === undefined ? '' : `full from ${clock(peak.fullAt)}`;
    const takes = `${rounded(takesOf(peak))} posts/s`;
    return `  ${percent(peak.use).padStart(10)}  ${since.padEnd(15)}${takes.padStart(18)}  ${resources[peak.resource].en}`;
  });

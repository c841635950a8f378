import type { Demand } from '../demand/demand.ts';
import type { Instant } from '../time.ts';
import { type Count, coarse } from './coarse.ts';
import { previewLimits } from './limits.ts';
import type { PreviewedPair } from './previewed-pair.ts';
import { type ShownSentence, shownSentence } from './shown-sentence.ts';

const { domains, broadMatches, broadShare, broadFrom, weeks } = previewLimits;

/** Why a demand finds more than a person reads, or null. */
export function tooBroad(demand: Demand, judged: number, matched: number): { readonly sentence: ShownSentence } | null {
  if (demand.domains.length > domains) {
    const sentence = shownSentence({
      zh: `需求列出了超过${domains}个领域；减少领域可使匹配更贴切。`,
      en: `The demand names more than ${domains} domains; fewer of them give closer matches.`,
    });
    return { sentence };
  }
  if (matched <= broadMatches && (matched < broadFrom || matched <= judged * broadShare)) return null;
  const sentence = shownSentence({
    zh: '符合该需求的供给过多，匹配意义不大；请收窄领域、字段或所需标签。',
    en: 'So many offers of related domains fit that the demand says little; narrow its domains, fields or required tags.',
  });
  return { sentence };
}

const week = 7 * 24 * 60 * 60 * 1000;

/** A daily mail holds all of its day. */
const mostADay = 7;

/**
 * How many mails a week the demand would bring, if offers go on as in the last four weeks: coarse like every count, and
 * an exact 0 where the demand asks for none, as that tells of nobody else.
 */
export function mailsPerWeek(demand: Demand, matched: readonly PreviewedPair[], now: Instant): Count {
  const { mode } = demand.notify;
  if (mode === 'off') return { exactly: 0 };
  const since = Date.parse(now) - weeks * week;
  const recent = matched.filter(({ offer }) => Date.parse(offer.createdAt) >= since).length;
  const mails = Math.ceil(recent / weeks);
  return coarse(mode === 'daily' ? Math.min(mails, mostADay) : mails);
}

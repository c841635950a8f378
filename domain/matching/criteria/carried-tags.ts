import { isTag } from '../../vocabulary/compliance-tags.ts';
import type { JudgedDemand } from '../judged.ts';
import { type Reason, reason } from '../reasons.ts';
import { tagsInDate } from '../tags-in-date.ts';
import type { Criterion } from './criterion.ts';

function reasonForPass(demand: JudgedDemand, absent: string[]): Reason {
  if (absent.length > 0) return reason('preferred-tags-absent', { absent });
  if (demand.preferredTags.length > 0) return reason('preferred-tags-carried', { carried: demand.preferredTags });
  return demand.requiredTags.length > 0
    ? reason('tags-carried', { required: demand.requiredTags })
    : reason('no-tags-asked', {});
}

/** Score by how many of the preferred tags are absent. */
export const scoreOfPreferred = (absent: number, preferred: number): number =>
  0.6 + 0.4 * (preferred === 0 ? 1 : (preferred - absent) / preferred);

/**
 * The offer carries, itself or by implication, each tag that the demand requires; preferred ones raise the score. What a
 * tag means that the vocabulary does not have, a person must say.
 */
export const carriedTags: Criterion = {
  id: 'carried-tags',
  judge: (offer, demand, { today }) => {
    const carried = tagsInDate(offer.complianceTags, today);
    const terms = [...new Set([...demand.requiredTags, ...carried])].filter((tag) => !isTag(tag));
    const missing = demand.requiredTags.filter((tag) => !carried.has(tag) && isTag(tag));
    if (missing.length > 0) return { outcome: 'fail', score: 0, reason: reason('tags-missing', { missing }), missing };
    const preferred = demand.preferredTags;
    const absent = preferred.filter((tag) => !carried.has(tag));
    const score = scoreOfPreferred(absent.length, preferred.length);
    if (terms.length > 0) return { outcome: 'review', score, reason: reason('term-unknown', { terms }) };
    return { outcome: 'pass', score, reason: reasonForPass(demand, absent) };
  },
};

import { isTag } from '../../vocabulary/compliance-tags.ts';
import { reason } from '../reasons.ts';
import { tagsInDate } from '../tags-in-date.ts';
import type { Criterion } from './criterion.ts';

/** The buyer holds, verified and in date, each tag that the offer asks of recipients. Its other tags are never told. */
export const recipientTags: Criterion = {
  id: 'recipient-tags',
  judge: (offer, _demand, { buyer, today }) => {
    const asked = offer.recipientTags;
    if (asked.length === 0) return { outcome: 'pass', score: 1, reason: reason('no-recipient-tags-asked', {}) };
    const held = tagsInDate(buyer.heldTags, today);
    const missing = asked.filter((tag) => !held.has(tag) && isTag(tag));
    if (missing.length > 0) {
      return { outcome: 'fail', score: 0, reason: reason('recipient-tags-missing', { missing }), missing };
    }
    const terms = asked.filter((tag) => !isTag(tag));
    if (terms.length > 0) return { outcome: 'review', score: 0, reason: reason('term-unknown', { terms }) };
    return { outcome: 'pass', score: 1, reason: reason('recipient-tags-held', { asked }) };
  },
};

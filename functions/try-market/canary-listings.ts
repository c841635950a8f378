import { type Instant, secondsAfter } from '../../domain/time.ts';

/**
 * What nobody else's listing matches: an offer for whoever holds the highest grade of everything, which only the canary's buyer
 * is said to hold, and a demand for evidence that only the canary's offer carries. Domain 97 is that of international organizations.
 */
const recipientTags = ['mlps-5', 'dcmm-5', 'dsmm-5'];
const requiredTags = ['anonymization-assessment', 'legal-opinion', 'quality-report', 'reid-assessment-report'];

/** By what the canary knows its own listings again: it withdraws no others, whatever organization its client was given. */
export const canaryTitle = 'Zonematch canary';

/** What is left behind ends by itself, an hour later. */
const hourSeconds = 3600;

/** What the supplier posts, in force for an hour from `now` on. */
export const canaryOffer = (now: Instant): object => ({
  title: canaryTitle,
  description: 'Posted by the zone itself, to see that it works. Withdrawn within minutes.',
  domain: '97',
  securityClass: 'general',
  securityLevel: 1,
  complianceTags: ['non-pi', 'right-operate', 'takedown-commitment', ...requiredTags],
  recipientTags,
  source: { kind: 'produced', statement: 'There is no data behind it.' },
  permittedPurposes: ['purpose-scientific-research'],
  jurisdiction: 'CN',
  deliveryModes: ['api'],
  validUntil: secondsAfter(now, hourSeconds),
});

/** What the buyer posts, in force for an hour from `now` on; nobody is mailed of it. */
export const canaryDemand = (now: Instant): object => ({
  title: canaryTitle,
  description: 'Posted by the zone itself, to see that it works. Withdrawn within minutes.',
  domains: ['97'],
  maxSecurityLevel: 1,
  requiredTags,
  purpose: 'purpose-scientific-research',
  jurisdiction: 'CN',
  deliveryModes: ['api'],
  validUntil: secondsAfter(now, hourSeconds),
  notify: { mode: 'off' },
});

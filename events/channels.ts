/**
 * Every channel of a zone: what travels on it, who sends and who reads. infra/ takes its wiring and its grants from here;
 * names of functions are folders under functions/.
 */
export const channels = {
  matchRequests: {
    kind: 'queue',
    events: ['match-requested.v1'],
    senders: ['relay-listing-change', 'relay-organization-change', 'start-replay'],
    readers: ['match-listing'],
  },
  /** What would keep others waiting: parts of what is too much for one run, and what exceeds a share. */
  matchOverflow: {
    kind: 'queue',
    events: ['match-requested.v1'],
    senders: ['relay-listing-change', 'relay-organization-change', 'match-listing', 'recheck-listings', 'start-replay'],
    readers: ['match-listing'],
  },
  /** Every listing judged anew: nobody waits for it. */
  matchSweeps: {
    kind: 'queue',
    events: ['match-requested.v1'],
    senders: ['recheck-listings', 'reconcile-matches', 'replay-everything'],
    readers: ['match-listing'],
  },
  notifications: {
    kind: 'queue',
    events: ['match-found.v1', 'match-ended.v1', 'telling-due.v1', 'telling-requested.v1'],
    senders: ['relay-match-change', 'relay-organization-change', 'notify-match'],
    readers: ['notify-match'],
  },
  invitations: {
    kind: 'queue',
    events: ['invitations-requested.v1'],
    senders: ['relay-organization-change'],
    readers: ['invite-contacts'],
  },
  weeklyMail: {
    kind: 'queue',
    events: ['supplier-report-due.v1', 'hints-due.v1'],
    senders: ['plan-weekly-mail'],
    readers: ['send-weekly-mail'],
  },
  /** What the operator asks for that is more than one request to the API can do. */
  replays: {
    kind: 'queue',
    events: ['replay-requested.v1'],
    senders: ['start-replay'],
    readers: ['replay-everything'],
  },
  zoneBus: {
    kind: 'bus',
    events: ['listing-changed.v1', 'match-found.v1', 'match-ended.v1', 'review-requested.v1'],
    senders: ['relay-listing-change', 'relay-match-change'],
    readers: [],
  },
} as const;

import type { Canary, Retention, Thresholds } from './zone-watch.ts';

/** Told early: a zone of this size has few enough alarms to look at each. */
export const defaultThresholds: Thresholds = {
  errorPercent: 1,
  throttles: 1,
  oldestMessageMinutes: { prompt: 15, overflow: 60, sweeps: 480 },
  bouncePercent: 5,
  complaintPercent: 0.1,
  mailLateMinutes: 30,
};

export const defaultRetention: Retention = { logsDays: 180, recoveryDays: 35 };

/** Two organizations that the operator verifies and the issuer knows (docs/operate.md). */
export const defaultCanary: Canary = {
  everyMinutes: 15,
  withinMinutes: 5,
  supplier: { organization: 'canary-supplier', clientId: 'canary-supplier' },
  buyer: { organization: 'canary-buyer', clientId: 'canary-buyer' },
};

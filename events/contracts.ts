import type * as z from 'zod';
import { HintsDueV1 } from './hints-due.v1.ts';
import { InvitationsRequestedV1 } from './invitations-requested.v1.ts';
import { ListingChangedV1 } from './listing-changed.v1.ts';
import { MatchEndedV1 } from './match-ended.v1.ts';
import { MatchFoundV1 } from './match-found.v1.ts';
import { MatchRequestedV1 } from './match-requested.v1.ts';
import { ReplayRequestedV1 } from './replay-requested.v1.ts';
import { ReviewRequestedV1 } from './review-requested.v1.ts';
import { SupplierReportDueV1 } from './supplier-report-due.v1.ts';
import { TellingDueV1 } from './telling-due.v1.ts';
import { TellingRequestedV1 } from './telling-requested.v1.ts';

/** Every contract by the type that its messages carry: what docs/events is made from. */
export const contracts: Readonly<Record<string, z.ZodType>> = {
  'hints-due.v1': HintsDueV1,
  'invitations-requested.v1': InvitationsRequestedV1,
  'listing-changed.v1': ListingChangedV1,
  'match-ended.v1': MatchEndedV1,
  'match-found.v1': MatchFoundV1,
  'match-requested.v1': MatchRequestedV1,
  'replay-requested.v1': ReplayRequestedV1,
  'review-requested.v1': ReviewRequestedV1,
  'supplier-report-due.v1': SupplierReportDueV1,
  'telling-due.v1': TellingDueV1,
  'telling-requested.v1': TellingRequestedV1,
};

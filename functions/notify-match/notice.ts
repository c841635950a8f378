import * as z from 'zod';
import { MatchEndedV1 } from '../../events/match-ended.v1.ts';
import { MatchFoundV1 } from '../../events/match-found.v1.ts';
import { TellingDueV1 } from '../../events/telling-due.v1.ts';
import { TellingRequestedV1 } from '../../events/telling-requested.v1.ts';

/** What comes through the notifier's queue. */
export const Notice = z.discriminatedUnion('type', [MatchFoundV1, MatchEndedV1, TellingRequestedV1, TellingDueV1]);
export type Notice = z.infer<typeof Notice>;

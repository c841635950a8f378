import * as z from 'zod';
import { DemandId } from '../domain/ids.ts';
import { CalendarDay } from '../domain/time.ts';
import { envelope } from './envelope.ts';

/** A week is over: a demand is to be looked at, whether it found nothing for so long that its buyer is told what would help. */
export const HintsDueV1 = envelope('hints-due.v1', z.strictObject({ demandId: DemandId, day: CalendarDay }));
export type HintsDueV1 = z.infer<typeof HintsDueV1>;

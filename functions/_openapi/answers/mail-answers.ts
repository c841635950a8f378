import * as z from 'zod';
import { Stop } from '../../../domain/contact/stop.ts';
import { pageOf } from './page.ts';

/** What came of a report. */
export const BounceAnswer = z.strictObject({
  stopped: z.int().min(0),
  noted: z.int().min(0),
  unproven: z.int().min(0),
});

export const StopPage = pageOf(Stop);

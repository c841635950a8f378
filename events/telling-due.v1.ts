import * as z from 'zod';
import { DemandId } from '../domain/ids.ts';
import { envelope } from './envelope.ts';

/** What was found for a demand has been collected for long enough: its buyer is to be told. */
export const TellingDueV1 = envelope('telling-due.v1', z.strictObject({ demandId: DemandId }));
export type TellingDueV1 = z.infer<typeof TellingDueV1>;

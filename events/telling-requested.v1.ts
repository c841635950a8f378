import * as z from 'zod';
import { DemandId } from '../domain/ids.ts';
import { envelope } from './envelope.ts';

/** Somebody has become a contact of a demand's buyer, and is to be told of what was found before. */
export const TellingRequestedV1 = envelope('telling-requested.v1', z.strictObject({ demandId: DemandId }));
export type TellingRequestedV1 = z.infer<typeof TellingRequestedV1>;

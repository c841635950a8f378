import * as z from 'zod';
import { DemandId, OfferId } from '../../domain/ids.ts';
import { instantInput } from '../../domain/time.ts';

/** A pair, as a side of it asks for it. */
export const MemberPairQuery = z.strictObject({ offer: OfferId, demand: DemandId });

/** A pair as it stood at a moment: for the operator. */
export const OperatorPairQuery = z.strictObject({ ...MemberPairQuery.shape, at: instantInput.optional() });

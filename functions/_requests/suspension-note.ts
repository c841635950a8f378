import { Suspension } from '../../domain/listing/parts.ts';

/** Why a listing is taken out. */
export const SuspensionNote = Suspension.pick({ note: true });

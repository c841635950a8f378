import * as z from 'zod';
import { paragraph } from '../../domain/text.ts';

/** Why everything of an organization goes, and what the zone has said of the export before. */
export const DeletionRequest = z.strictObject({ note: paragraph(2000), export: z.string().max(20_000).optional() });
export type DeletionRequest = z.infer<typeof DeletionRequest>;

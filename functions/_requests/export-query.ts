import * as z from 'zod';

/** Where the page before has ended, as it was told. */
export const ExportQuery = z.strictObject({ cursor: z.string().max(10_000).optional() });

import * as z from 'zod';

/** The variable of every Lambda of a zone: under whose name its metrics are counted. */
export const ZoneEnv = z.object({ METRICS_ZONE: z.string().min(1).optional() });

import * as z from 'zod';

export const Env = z.object({ TIME_ZONE: z.string().min(1), STATISTICS_TABLE: z.string().min(1) });
export type Env = z.infer<typeof Env>;

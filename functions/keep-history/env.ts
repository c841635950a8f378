import * as z from 'zod';

export const Env = z.object({ HISTORY_TABLE: z.string().min(1), RECHECKS_TABLE: z.string().min(1) });
export type Env = z.infer<typeof Env>;

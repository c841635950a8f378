import * as z from 'zod';

export const Env = z.object({ LISTINGS_TABLE: z.string().min(1), MATCHES_TABLE: z.string().min(1) });
export type Env = z.infer<typeof Env>;

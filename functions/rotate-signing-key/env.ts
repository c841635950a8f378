import * as z from 'zod';

export const Env = z.object({ SIGNING_KEYS_SECRET: z.string().min(1) });
export type Env = z.infer<typeof Env>;

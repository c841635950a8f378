import * as z from 'zod';

export const Env = z.object({ AUDIT_TABLE: z.string().min(1) });
export type Env = z.infer<typeof Env>;

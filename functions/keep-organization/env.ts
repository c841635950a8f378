import * as z from 'zod';
import { RequestRateEnv } from '../_runtime/request-rate.ts';

export const Env = z.object({
  ORGANIZATIONS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  ...RequestRateEnv.shape,
});
export type Env = z.infer<typeof Env>;

import type * as z from 'zod';
import { TellingEnv } from '../_notification/telling-env.ts';

export const Env = TellingEnv;
export type Env = z.infer<typeof Env>;

import type * as z from 'zod';
import { RevisingEnv } from '../_listings/revising.ts';

export const Env = RevisingEnv;
export type Env = z.infer<typeof Env>;

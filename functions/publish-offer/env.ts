import type * as z from 'zod';
import { PublishingEnv } from '../_listings/publishing.ts';

export const Env = PublishingEnv;
export type Env = z.infer<typeof Env>;

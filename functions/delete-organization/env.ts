import * as z from 'zod';
import { RevisingEnv } from '../_listings/revising.ts';

const table = z.string().min(1);

export const Env = RevisingEnv.extend({
  ZONE_ID: z.string().min(1),
  PROOF_KEY_SECRET: z.string().min(1),
  ORGANIZATIONS_TABLE: table,
  HISTORY_TABLE: table,
  MATCHES_TABLE: table,
  DELIVERIES_TABLE: table,
  INVITATIONS_TABLE: table,
  PREFERENCES_TABLE: table,
});
export type Env = z.infer<typeof Env>;

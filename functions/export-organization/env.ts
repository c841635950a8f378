import * as z from 'zod';

const table = z.string().min(1);

export const Env = z.object({
  ZONE_ID: z.string().min(1),
  PROOF_KEY_SECRET: z.string().min(1),
  ORGANIZATIONS_TABLE: table,
  LISTINGS_TABLE: table,
  HISTORY_TABLE: table,
  MATCHES_TABLE: table,
  DELIVERIES_TABLE: table,
  INVITATIONS_TABLE: table,
  PREFERENCES_TABLE: table,
  STOPS_TABLE: table,
  AUDIT_TABLE: table,
});
export type Env = z.infer<typeof Env>;

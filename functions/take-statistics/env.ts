import * as z from 'zod';
import { OrganizationId } from '../../domain/ids.ts';

export const Env = z.object({
  TIME_ZONE: z.string().min(1),
  ORGANIZATIONS_TABLE: z.string().min(1),
  LISTINGS_TABLE: z.string().min(1),
  MATCHES_TABLE: z.string().min(1),
  STATISTICS_TABLE: z.string().min(1),
  /** Organizations that try the zone out and are no enterprises, as a list in JSON. */
  LEFT_OUT: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(OrganizationId)),
});
export type Env = z.infer<typeof Env>;

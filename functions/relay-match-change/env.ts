import * as z from 'zod';

export const Env = z.object({
  ZONE_ID: z.string().min(1),
  NOTIFICATIONS_QUEUE_URL: z.string().min(1),
  ZONE_BUS_NAME: z.string().min(1),
});
export type Env = z.infer<typeof Env>;

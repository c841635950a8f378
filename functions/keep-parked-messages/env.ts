import * as z from 'zod';

/** Names of queues: where messages end, and the queue that they came from; none where they came from a table's stream. */
const Place = z.strictObject({ deadLetters: z.string().min(1), queue: z.string().min(1).optional() });

export const Env = z.object({
  AUDIT_TABLE: z.string().min(1),
  /** The address of any queue of the zone: those of all others differ in their name alone. */
  ANY_QUEUE_URL: z.string().min(1),
  /** Every place where messages are parked, by the name that the operator knows it by. Names and not addresses: a Lambda's variables may have 4 KB together. */
  PARKING: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.record(z.string().regex(/^[a-z][a-z-]*$/), Place)),
});
export type Env = z.infer<typeof Env>;

import * as z from 'zod';
import { paragraph } from '../../domain/text.ts';

/** The name of a queue, as the list of parked messages has it. */
const QueueName = z.string().regex(/^[a-z][a-z-]{0,63}$/);
const MessageId = z.string().regex(/^[A-Za-z0-9-]{1,128}$/);

/** Of which queue; of all where nothing is said. At most so many messages of each. */
export const ParkedQuery = z.strictObject({
  queue: QueueName.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** What is put back: what one queue holds, or everything. */
export const PutBackRequest = z.strictObject({ queue: QueueName.optional() });

/** One message that goes for good, and why. */
export const ParkedDeletion = z.strictObject({ queue: QueueName, id: MessageId, note: paragraph(2000) });

import type { Logger } from '@aws-lambda-powertools/logger';
import type { SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import type { Park } from '../_adapters/sqs/parking-lot.ts';
import type { PutOff } from './retries.ts';

type Parsed<T> = { readonly message: T } | { readonly reason: string };

/** A message against its contract. The reason names codes and places, never what stands there. */
function parseBody<T extends z.ZodType>(schema: T, record: SQSRecord): Parsed<z.infer<T>> {
  let body: unknown;
  try {
    body = JSON.parse(record.body);
  } catch {
    return { reason: 'not-json' };
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return { message: parsed.data };
  const places = parsed.error.issues.map((issue) => `${issue.code} at /${issue.path.join('/')}`);
  return { reason: `not-of-contract: ${places.join('; ')}` };
}

/** Reads messages of one contract; what cannot be read is parked with the reason, as no retry would mend it. */
export function makeMessageReader<T extends z.ZodType>(schema: T, park: Park, logger: Logger) {
  return async (record: SQSRecord): Promise<z.infer<T> | undefined> => {
    const parsed = parseBody(schema, record);
    if ('message' in parsed) return parsed.message;
    logger.error('message parked', { messageId: record.messageId, reason: parsed.reason });
    await park(record, parsed.reason);
    return undefined;
  };
}

/** The name of an error, for logs: its message may repeat contents. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'Unknown');

/** Puts off a message whose work failed. Where that fails too, the queue hands it out again at its own time. */
export const puttingOff =
  (putOff: PutOff | undefined, logger: Logger): PutOff =>
  async (record) => {
    try {
      await putOff?.(record);
    } catch (error) {
      logger.warn('message not put off', { messageId: record.messageId, errorName: errorName(error) });
    }
  };

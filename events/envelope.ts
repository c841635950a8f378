import * as z from 'zod';
import { Instant } from '../domain/time.ts';

/**
 * The frame of every message: CloudEvents 1.0 (https://github.com/cloudevents/spec), structured mode. `id` is made from
 * what the event tells of, so that the same fact sent twice carries the same id.
 */
export const envelope = <T extends string, D extends z.ZodType>(type: T, data: D) =>
  z.strictObject({
    specversion: z.literal('1.0'),
    id: z.string().min(1).max(200),
    source: z.string().regex(/^\/zones\/[a-z0-9-]+$/),
    type: z.literal(type),
    time: Instant,
    datacontenttype: z.literal('application/json'),
    data,
  });

type Frame<T extends string, D> = {
  specversion: '1.0';
  id: string;
  source: string;
  type: T;
  time: Instant;
  datacontenttype: 'application/json';
  data: D;
};

/** Puts data into its frame. `zone` is the zone's id. */
export function frame<T extends string, D>(
  type: T,
  about: { id: string; zone: string; time: Instant },
  data: D,
): Frame<T, D> {
  return {
    specversion: '1.0',
    id: about.id,
    source: `/zones/${about.zone}`,
    type,
    time: about.time,
    datacontenttype: 'application/json',
    data,
  };
}

import type { Stoppable } from '../stoppable.ts';

/** Something that reads messages or records and hands them to a Lambda. */
export type EventSource = Stoppable & {
  /** Whether a look that began after this call found nothing to read. */
  isDrained(): Promise<boolean>;
  /** Of a stream: the queue where its records are parked, and how one is handled anew from what the queue holds of it. */
  readonly parked?: { readonly arn: string; readonly again: (body: string) => Promise<boolean> } | undefined;
};

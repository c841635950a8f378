import type { Stoppable } from '../stoppable.ts';

/** Something that reads messages or records and hands them to a Lambda. */
export type EventSource = Stoppable & {
  /** Whether a look that began after this call found nothing to read. */
  isDrained(): Promise<boolean>;
};

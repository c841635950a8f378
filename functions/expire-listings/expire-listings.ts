import { expire } from '../../domain/listing/lifecycle.ts';
import type { Deps } from './deps.ts';

export type Expired = { readonly expired: number; readonly changedMeanwhile: number };

/** Gives every listing that is past its `validUntil` the state `expired`; the change leaves through the stream. */
export const expireListings =
  ({ access, clock, reader, writer }: Pick<Deps, 'access' | 'clock' | 'reader' | 'writer'>) =>
  async (): Promise<Expired> => {
    const now = clock();
    let expired = 0;
    let changedMeanwhile = 0;
    for await (const before of reader.dueBy(access, now)) {
      const after = expire(before, now);
      if (after === before) continue;
      // A listing that its poster changed just now is looked at again by the next sweep.
      if ((await writer.save(access, after, before)) === 'saved') expired++;
      else changedMeanwhile++;
    }
    return { expired, changedMeanwhile };
  };

import type { MemberAccess } from '../../domain/access/access.ts';
import type { ListingId } from '../../domain/ids.ts';
import { withdraw } from '../../domain/listing/lifecycle.ts';
import type { Deps } from './deps.ts';

type Command = {
  readonly access: MemberAccess;
  readonly id: ListingId;
  /** Refuses, by throwing, a write that was not made from this version. */
  readonly checkVersion: (version: number) => void;
};

export type Withdrawn = 'withdrawn' | 'not-found' | 'version-conflict';

/** Takes a listing of one's own back; done twice is done once. */
export const withdrawListing =
  ({ clock, reader, writer }: Pick<Deps, 'clock' | 'reader' | 'writer'>) =>
  async ({ access, id, checkVersion }: Command): Promise<Withdrawn> => {
    const before = await reader.get(access, id);
    if (!before) return 'not-found';
    const after = withdraw(before, clock());
    if (after === before) return 'withdrawn';
    checkVersion(before.version);
    return (await writer.save(access, after, before)) === 'saved' ? 'withdrawn' : 'version-conflict';
  };

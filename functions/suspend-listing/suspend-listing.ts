import type { OperatorAccess } from '../../domain/access/access.ts';
import type { ListingId } from '../../domain/ids.ts';
import { reinstate, suspend } from '../../domain/listing/lifecycle.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import type { Deps } from './deps.ts';

type Command = {
  readonly id: ListingId;
  readonly access: OperatorAccess;
  /** Refuses, by throwing, a write that was not made from this version. */
  readonly checkVersion: (version: number) => void;
};

export type Changed = 'not-found' | 'not-suspendable' | 'version-conflict' | { readonly listing: Listing };

/** Takes a listing of anyone's out of the zone, or lets it in again; done twice is done once. */
export const suspendListing = ({ clock, logger, reader, writer }: Deps) => {
  async function change(
    { id, access, checkVersion }: Command,
    next: (before: Listing) => Listing | 'not-suspendable',
  ): Promise<Changed> {
    const before = await reader.get(access, id);
    if (!before) return 'not-found';
    checkVersion(before.version);
    const listing = next(before);
    if (typeof listing === 'string') return listing;
    if (listing === before) return { listing };
    if ((await writer.save(access, listing, before)) !== 'saved') return 'version-conflict';
    const { version, status } = listing;
    logger.info('suspension changed', { listingId: id, version, status });
    return { listing };
  }

  return {
    suspend: (command: Command, note: string): Promise<Changed> =>
      change(command, (before) => suspend(before, note, clock())),
    reinstate: (command: Command): Promise<Changed> => change(command, (before) => reinstate(before, clock())),
  };
};

import type { MemberAccess } from '../../domain/access/access.ts';
import type { DemandInput } from '../../domain/demand/demand.ts';
import type { ListingId } from '../../domain/ids.ts';
import { type Refusal, revise } from '../../domain/listing/lifecycle.ts';
import { kindOf, type Listing, parseListing } from '../../domain/listing/listing.ts';
import type { OfferInput } from '../../domain/offer/offer.ts';
import type { Deps } from './deps.ts';

type Command = {
  readonly access: MemberAccess;
  readonly id: ListingId;
  readonly input: OfferInput | DemandInput;
  /** Refuses, by throwing, a write that was not made from this version. */
  readonly checkVersion: (version: number) => void;
};

export type Revised = Refusal | 'not-found' | 'overtaken' | 'quota-reached' | { readonly listing: Listing };

/** Replaces the text of a listing of one's own; its version grows by one. */
export const reviseListing =
  ({ clock, reader, writer }: Pick<Deps, 'clock' | 'reader' | 'writer'>) =>
  async ({ access, id, input, checkVersion }: Command): Promise<Revised> => {
    const before = await reader.get(access, id);
    if (!before) return 'not-found';
    checkVersion(before.version);
    const state = revise(before, input, clock());
    if (typeof state === 'string') return state;
    const listing = parseListing(kindOf(id), { ...input, ...state, id, organizationId: before.organizationId });
    const outcome = await writer.save(access, listing, before);
    return outcome === 'saved' ? { listing } : outcome;
  };

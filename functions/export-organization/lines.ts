import { memberAccess, type OperatorAccess } from '../../domain/access/access.ts';
import { mayReadMatch } from '../../domain/access/visibility.ts';
import { DemandId, type OrganizationId } from '../../domain/ids.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import type { Kept } from '../_adapters/dynamo/kept-rows.ts';
import { parseMatchRow } from '../_adapters/dynamo/match-rows.ts';
import { readingShown } from '../_matching/disclosing.ts';
import { matchView } from '../_matching/match-view.ts';
import { addressDigest } from '../_runtime/ids.ts';
import type { Deps } from './deps.ts';
import { shownEntry } from './shown-entry.ts';

/**
 * Something that is kept of an organization, as it is handed out, or no record where it is not its to see; `order` is its
 * place among those of its part.
 */
export type Line = { readonly table: string; readonly record: unknown; readonly order: string };

/** Lines of one kind, in their order; those up to `after` may be left out. */
export type Part = (after: string | undefined) => AsyncGenerator<Line>;

/** What is kept of an organization, as far as it may see it itself: nothing of other parties beyond what they show it. */
export const linesOf = (deps: Deps, access: OperatorAccess, organization: OrganizationId) => {
  const { entries, kept, stops, task } = deps;
  const viewer = memberAccess({ organization, caller: undefined, from: access.from });
  const readShown = readingShown({ ...deps, disclose: task });

  async function* records(rows: AsyncGenerator<Kept>): AsyncGenerator<Line> {
    for await (const { table, row, order } of rows) {
      // What is merely under way, such as a mail's window, says nothing of anybody.
      if (row['record'] !== undefined) yield { table, record: row['record'], order };
    }
  }

  /** Matches as the organization reads them: what it never could see, such as near ones, is not there. */
  async function* matches(listing: Listing, after = ''): AsyncGenerator<Line> {
    for await (const { row, order } of kept.matches(task, listing.id)) {
      // What a page before has handed out is not read again: it takes longer than all else.
      if (order <= after) continue;
      const match = parseMatchRow(row);
      const isShown = mayReadMatch(viewer, match);
      yield {
        table: 'matches',
        record: isShown ? matchView(match, await readShown([match]), viewer) : undefined,
        order,
      };
    }
  }

  /** What others did to a thing, or were shown of it; what the organization did stands among its own entries. */
  async function* doneByOthers(subject: string): AsyncGenerator<Line> {
    for await (const { entry, place } of entries.oldestFirst(access, { subject })) {
      if ((entry.to ?? entry.by.organization) === organization) continue;
      yield { table: 'audit', record: shownEntry(entry, organization), order: place.sortKey };
    }
  }

  async function* itself(): AsyncGenerator<Line> {
    const record = await deps.organizations.get(task, organization);
    if (!record) return;
    yield { table: 'organizations', record, order: '' };
  }

  async function* stopped(): AsyncGenerator<Line> {
    const { contacts = [] } = (await deps.organizations.get(task, organization)) ?? {};
    // Of those who have agreed to be its contacts alone: else it could name an address to learn what others' mail met there.
    const agreed = contacts.filter(({ confirmed }) => confirmed);
    for (const contact of agreed.map(({ email }) => addressDigest(email)).toSorted()) {
      const stop = await stops.get(task, contact);
      if (stop) yield { table: 'stops', record: stop, order: contact };
    }
  }

  const parts = (...all: readonly Part[]): readonly Part[] => all;

  return {
    /** Of the organization itself, part by part. */
    ofItself: parts(
      itself,
      () => records(kept.partyHistory(task, organization)),
      () => records(kept.invitations(task, organization)),
      () => records(kept.preferences(task, organization)),
      stopped,
      () => doneByOthers(organization),
    ),

    /** Of one of its listings, part by part. */
    ofListing(listing: Listing) {
      const { data: demandId } = DemandId.safeParse(listing.id);
      return parts(
        async function* () {
          yield { table: 'listings', record: listing, order: '' };
        },
        () => records(kept.listingHistory(task, listing.id)),
        (after) => matches(listing, after),
        async function* () {
          if (demandId) yield* records(kept.deliveries(task, demandId));
        },
        () => doneByOthers(listing.id),
      );
    },
  };
};

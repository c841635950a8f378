import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { SystemAccess } from '../../../../domain/access/access.ts';
import { isSystem } from '../../../../domain/access/visibility.ts';
import { Instant } from '../../../../domain/time.ts';
import { machineClock } from '../../machine-clock.ts';
import { candidatesIn, changesIn, type IndexPlace, indexPlaceText } from '../keys.ts';
import { GuardedTable, type Row } from '../table/guarded-table.ts';
import { type Indexed, parseIndexed } from './candidate-rows.ts';
import { parseChange } from './journal.ts';
import { PartitionCache } from './partition-cache.ts';
import { PartitionView } from './partition-view.ts';
import { sharedReadings } from './shared-readings.ts';

export type Keeping = {
  /** How many rows are kept from one reading to the next; none where nothing is said. */
  readonly keptRows?: number;
  readonly clock?: () => Instant;
};

/** A table of the index, for the service itself to read. */
export const indexTable = <T>(client: DynamoDBDocumentClient, name: string, parse: (row: Row) => T) =>
  new GuardedTable<'candidates', T>(client, name, { parse, mayRead: isSystem, mayWrite: () => false });

/**
 * Reads partitions of the index whole, consistently: what it answers has everything that was on record when it was asked.
 * What it has kept of one it need not read again, but for what its journal says has changed.
 */
export function makePartitionReader(
  client: DynamoDBDocumentClient,
  name: string,
  { keptRows = 0, clock = machineClock }: Keeping = {},
) {
  const rows = indexTable(client, name, parseIndexed);
  const journal = indexTable(client, name, parseChange);
  const kept = new PartitionCache(keptRows);
  const share = sharedReadings<Iterable<Indexed>>();

  async function followed(access: SystemAccess, place: IndexPlace, view: PartitionView, now: number): Promise<void> {
    const from = Instant.parse(new Date(view.followedFrom).toISOString());
    view.follow(await Array.fromAsync(journal.query(changesIn(access, place, from))), now);
  }

  async function read(access: SystemAccess, place: IndexPlace, text: string): Promise<Iterable<Indexed>> {
    const now = Date.parse(clock());
    const known = kept.get(text);
    if (known?.canFollow(now)) {
      await followed(access, place, known, now);
      kept.set(text, known);
      return known.rows;
    }
    const view = new PartitionView(await Array.fromAsync(rows.query(candidatesIn(access, place))), now);
    kept.set(text, view);
    return view.rows;
  }

  /** Who stands in a partition, or is known to stand there no more. */
  return (access: SystemAccess, place: IndexPlace): Promise<Iterable<Indexed>> => {
    const text = indexPlaceText(place);
    return share(text, () => read(access, place, text));
  };
}

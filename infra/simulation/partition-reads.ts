import type { Figures } from './figures.ts';
import { limits } from './limits.ts';
import type { Kind } from './market.ts';

export type Partition = {
  readonly kind: Kind;
  readonly rows: number;
  /** Over how many partitions of DynamoDB it is spread. */
  readonly shards: number;
  /** How many of its rows are written in a second. */
  readonly writesASecond: number;
};

const rowBytes = ({ kind }: Partition, figures: Figures): number =>
  kind === 'offer' ? figures.offerRowBytes : figures.demandRowBytes;

/** Bytes as read units: a query of nothing is one. */
const unitsOf = (bytes: number, shards: number): number =>
  shards * Math.max(1, Math.ceil(bytes / shards / limits.unitBytes));

/** Read units of a reading of all its rows. */
export const coldUnits = (partition: Partition, figures: Figures): number =>
  unitsOf(partition.rows * rowBytes(partition, figures), partition.shards);

/** Read units of a reading of its journal alone, so long after the one before. */
export function journalUnits(partition: Partition, secondsSince: number, figures: Figures): number {
  const rows = partition.writesASecond * (figures.journalSeconds + secondsSince);
  return unitsOf(rows * (rowBytes(partition, figures) + figures.journalExtraBytes), partition.shards);
}

/** Pages of a query that one partition of DynamoDB needs for a reading of all its rows. */
export const coldPages = (partition: Partition, figures: Figures): number =>
  Math.ceil((partition.rows * rowBytes(partition, figures)) / partition.shards / limits.pageBytes);

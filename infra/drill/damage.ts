import { DeleteItemCommand, DeleteTableCommand, type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Item } from '../backup/digest.ts';
import { scanTable } from '../backup/scan-table.ts';
import type { ZoneTableName } from '../backup/zone-tables.ts';

/** Tables that are lost as a whole, and those of which rows are lost or written over. */
const lost = ['matches', 'deliveries', 'candidates'];
const damaged = ['listings', 'organizations'];

/**
 * A row as a wrong hand might leave it: another version, so that nobody knows it. One that cannot be read at all would
 * keep each reader of the table's stream busy for minutes, until the record is parked.
 */
const ruinedRow = (item: Item): Item => ({ ...item, version: { N: '99' } });

const named = (tables: readonly ZoneTableName[], kind: string): string =>
  tables.find((table) => table.kind === kind)?.name ?? kind;

/** Of three rows one is deleted, one written over, and one left. */
async function damage(client: DynamoDBClient, TableName: string): Promise<number> {
  const items: Item[] = [];
  await scanTable(client, TableName, async (page) => void items.push(...page));
  const ruined = items.filter((_, index) => index % 3 < 2);
  for (const [index, item] of ruined.entries()) {
    const Key = { id: item['id'] ?? { S: '' } };
    if (index % 2 === 0) await client.send(new DeleteItemCommand({ TableName, Key }));
    else await client.send(new PutItemCommand({ TableName, Item: ruinedRow(item) }));
  }
  return ruined.length;
}

/** What became of a zone's tables. */
export type Damage = { readonly tablesLost: readonly string[]; readonly rowsRuined: number };

/** Loses some of a zone's tables, and ruins rows of others. */
export async function ruin(client: DynamoDBClient, tables: readonly ZoneTableName[]): Promise<Damage> {
  for (const kind of lost) await client.send(new DeleteTableCommand({ TableName: named(tables, kind) }));
  let rowsRuined = 0;
  for (const kind of damaged) rowsRuined += await damage(client, named(tables, kind));
  return { tablesLost: lost, rowsRuined };
}

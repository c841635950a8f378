import { type DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { shape, type TableShape } from '../../functions/_adapters/dynamo/shape.ts';

/** A table of a zone: which one of shape.ts, and how it is called where the zone runs. */
export type ZoneTableName = { readonly kind: string; readonly name: string };

const kinds = Object.entries<TableShape>(shape);
const constructOf = (kind: string): string => `Storage${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

/** A zone has not exactly one table of a kind. */
class TableMissing extends Error {
  override readonly name = 'TableMissing';
}

/**
 * The tables of a zone, in the order in which they are to be written: those whose changes are told come last. What was told
 * to whom stands in the others; were a match back before that, its buyer would be told anew. Throws TableMissing.
 */
export async function tablesOf(client: DynamoDBClient, zone: string): Promise<readonly ZoneTableName[]> {
  const names: string[] = [];
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) names.push(...TableNames);
  // A zone's id may be the beginning of another's: after it comes its data stack, or the table.
  const own = names.filter((name) => new RegExp(`^zonematch-${zone}-(data-)?Storage`).test(name));
  const inOrder = [...kinds.filter(([, { stream }]) => !stream), ...kinds.filter(([, { stream }]) => stream)];
  return inOrder.map(([kind]) => {
    const found = own.filter((name) => new RegExp(`-${constructOf(kind)}[0-9A-F]{8}(-\\w+)?$`).test(name));
    const [name] = found;
    if (name === undefined || found.length > 1)
      throw new TableMissing(`The zone ${zone} has ${found.length} tables ${kind} where its tables were looked for.`);
    return { kind, name };
  });
}

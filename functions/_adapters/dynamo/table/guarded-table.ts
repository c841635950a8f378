import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Access, SystemAccess } from '../../../../domain/access/access.ts';
import { editionAttribute, type RowEditions, rowEditions } from '../editions/row-editions.ts';
import { batchGet } from './batch-get.ts';
import { type Equal, type ItemPage, type Place, queryAll, queryInput, queryPage, scanAll, scanOnce } from './query.ts';
import type { Range, RowKey, TableKind } from './range.ts';
import { type Write, writeOf } from './transact.ts';

export type Row = Record<string, unknown>;

/** What a table holds, and who may read and write it: the rules are those of domain/access. */
export type Guard<Item> = {
  readonly parse: (row: Row) => Item;
  readonly mayRead: (access: Access, item: Item) => boolean;
  readonly mayWrite: (access: Access, item: Item) => boolean;
  /** Which forms its rows have had; one alone where nothing is said. `parse` is given today's. */
  readonly editions?: RowEditions;
};

const oneForm = rowEditions();

export type Condition = Pick<
  PutCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

type Counting = Condition & { readonly UpdateExpression: string };

/** Something was to be written for somebody whose it is not to write: a fault of ours, and nothing was written. */
class WriteRefused extends Error {
  override readonly name = 'WriteRefused';
}

/**
 * The one way to a table. Every read and write is for somebody (`Access`): it takes keys that were made for somebody, a row
 * that they may not read is as if it were not there, and one that they may not write is not written.
 */
export class GuardedTable<T extends TableKind, Item> {
  readonly name: string;
  private readonly client: DynamoDBDocumentClient;
  private readonly guard: Guard<Item>;
  private readonly editions: RowEditions;

  constructor(client: DynamoDBDocumentClient, name: string, guard: Guard<Item>) {
    this.client = client;
    this.name = name;
    this.guard = guard;
    this.editions = guard.editions ?? oneForm;
  }

  private parse(row: Row): Item {
    return this.guard.parse(this.editions.upgrade(row));
  }

  private readable(access: Access, row: Row): readonly Item[] {
    const item = this.parse(row);
    return this.guard.mayRead(access, item) ? [item] : [];
  }

  /** Read consistently. */
  async get({ access, attributes }: RowKey<T>): Promise<Item | undefined> {
    const { Item } = await this.client.send(
      new GetCommand({ TableName: this.name, Key: attributes, ConsistentRead: true }),
    );
    return Item && this.readable(access, Item)[0];
  }

  /** Read consistently, in no order; what this caller may not read is left out, whomever the keys were made for. */
  async getMany(access: Access, keys: readonly RowKey<T>[]): Promise<readonly Item[]> {
    const rows = await batchGet(
      this.client,
      this.name,
      keys.map(({ attributes }) => ({ ...attributes })),
    );
    return rows.flatMap((row) => this.readable(access, row));
  }

  /** Every item of a range, page after page; consistently where it is of the table itself. */
  async *query(range: Range<T>, filter?: Equal): AsyncGenerator<Item> {
    for await (const row of queryAll(this.client, queryInput(this.name, range, filter))) {
      yield* this.readable(range.access, row);
    }
  }

  /** The last item of a range. */
  async last(range: Range<T>): Promise<Item | undefined> {
    const input = { ...queryInput(this.name, range), ScanIndexForward: false, Limit: 1 };
    for await (const row of queryAll(this.client, input)) return this.readable(range.access, row)[0];
    return undefined;
  }

  /** At most `limit` items that pass `keep`, and the last one taken where more may follow. */
  async page(
    range: Range<T>,
    limit: number,
    { keep = () => true, after, newestFirst = false }: PageOptions<T, Item> = {},
  ): Promise<ItemPage<Item>> {
    const input = {
      ...queryInput(this.name, range),
      // The partition comes last: whatever a cursor says, a page begins in the range that was asked for.
      ...(after && { ExclusiveStartKey: { ...after.attributes, [range.partition.name]: range.partition.value } }),
      ...(newestFirst && { ScanIndexForward: false }),
    };
    return queryPage(this.client, input, limit, (row) => this.readable(range.access, row).filter(keep));
  }

  /** Every item of the table, in no order: for the service itself. */
  async *scan(access: SystemAccess, filter: Equal): AsyncGenerator<Item> {
    for await (const row of scanAll(this.client, this.name, filter)) yield* this.readable(access, row);
  }

  /** A page of the table, behind a place, in no order, and where the next begins: for the service itself. */
  async scanPage(access: SystemAccess, after?: Place, attributes?: readonly string[]) {
    const kept = attributes && [...attributes, editionAttribute];
    const { rows, next } = await scanOnce(this.client, this.name, after, kept);
    return { items: rows.flatMap((row) => this.readable(access, row)), ...(next && { next }) };
  }

  private checkWrite(access: Access, row: Row): void {
    const item = this.guard.parse(row);
    if (!this.guard.mayWrite(access, item)) throw new WriteRefused(`${access.as} may not write this row`);
  }

  /** Writes a row where the condition holds; else answers the row that it does not hold for: for the service itself. */
  async put(access: SystemAccess, row: Row, condition: Condition = {}): Promise<'written' | Item> {
    this.checkWrite(access, row);
    try {
      const ReturnValuesOnConditionCheckFailure = 'ALL_OLD';
      await this.client.send(
        new PutCommand({
          TableName: this.name,
          Item: this.editions.stamp(row),
          ...condition,
          ReturnValuesOnConditionCheckFailure,
        }),
      );
      return 'written';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
      return this.parse(unmarshall(error.Item));
    }
  }

  /** What is changed in place, or removed alone, is the service's own: no row tells here whose it is. */
  private checkSystem({ as }: Access): void {
    if (as !== 'system') throw new WriteRefused(`${as} may not change this row in place, nor remove it`);
  }

  /** Changes a row in place, for the service itself, and answers what `ReturnValues` asks for. */
  async update({ access, attributes }: RowKey<T>, change: Omit<UpdateCommandInput, 'TableName' | 'Key'>): Promise<Row> {
    this.checkSystem(access);
    const { Attributes = {} } = await this.client.send(
      new UpdateCommand({ TableName: this.name, Key: attributes, ...change }),
    );
    return Attributes;
  }

  /** Removes a row, for the service itself. */
  async remove({ access, attributes }: RowKey<T>): Promise<void> {
    this.checkSystem(access);
    await this.client.send(new DeleteCommand({ TableName: this.name, Key: attributes }));
  }

  /** A write of a transaction. */
  putting(access: Access, row: Row, condition: Condition = {}): Write {
    this.checkWrite(access, row);
    return writeOf({ Put: { TableName: this.name, Item: this.editions.stamp(row), ...condition } });
  }

  /** A removal of a transaction, beside the write of the row that it belongs to, or of what tells of it. */
  removing({ attributes }: RowKey<T>, condition: Condition = {}): Write {
    return writeOf({ Delete: { TableName: this.name, Key: { ...attributes }, ...condition } });
  }

  /** That a row is as it was read, for a transaction that writes what follows from it. */
  checking({ attributes }: RowKey<T>, condition: Condition & { readonly ConditionExpression: string }): Write {
    return writeOf({ ConditionCheck: { TableName: this.name, Key: { ...attributes }, ...condition } });
  }

  /** A change of a counter in a transaction, beside the write of the row that it counts. */
  counting({ attributes }: RowKey<T>, change: Counting): Write {
    return writeOf({ Update: { TableName: this.name, Key: { ...attributes }, ...change } });
  }
}

type PageOptions<T extends TableKind, Item> = {
  readonly keep?: (item: Item) => boolean;
  /** The row behind which the page begins. */
  readonly after?: RowKey<T>;
  readonly newestFirst?: boolean;
};

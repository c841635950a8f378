import type { Access } from '../../../../domain/access/access.ts';
import type { shape } from '../shape.ts';

export type TableKind = keyof typeof shape;

declare const made: unique symbol;

/** Where a row stands and for whom it is asked for. Only keys.ts makes one. */
export type RowKey<T extends TableKind> = {
  readonly [made]: T;
  readonly access: Access;
  readonly attributes: Readonly<Record<string, string>>;
};

/** Which part of a partition, in the order of its sort key. */
export type Sort = { readonly name: string } & (
  | { readonly startsWith: string }
  | { readonly from: string; readonly to: string }
  | { readonly upTo: string }
);

/** A partition of a table or of an index, or a part of it, and for whom it is asked for. Only keys.ts makes one. */
export type Range<T extends TableKind> = {
  readonly [made]: T;
  readonly access: Access;
  readonly index: string | undefined;
  readonly partition: { readonly name: string; readonly value: string };
  readonly sort: Sort | undefined;
};

/** For keys.ts alone. */
export const rowKey = <T extends TableKind>(access: Access, attributes: Readonly<Record<string, string>>): RowKey<T> =>
  ({ access, attributes }) as RowKey<T>;

/** For keys.ts alone. */
export const rangeOf = <T extends TableKind>(
  access: Access,
  partition: readonly [name: string, value: string],
  { index, sort }: { readonly index?: string; readonly sort?: Sort } = {},
): Range<T> => ({ access, index, sort, partition: { name: partition[0], value: partition[1] } }) as Range<T>;

function sortCondition(sort: Sort) {
  const names = { '#sort': sort.name };
  if ('startsWith' in sort) {
    return { text: 'begins_with(#sort, :first)', names, values: { ':first': sort.startsWith } };
  }
  if ('from' in sort) {
    return { text: '#sort BETWEEN :from AND :to', names, values: { ':from': sort.from, ':to': sort.to } };
  }
  return { text: '#sort <= :to', names, values: { ':to': sort.upTo } };
}

/** The condition of a Query for a range. */
export function conditionOf({ partition, sort }: Range<TableKind>) {
  const within = sort && sortCondition(sort);
  return {
    KeyConditionExpression: ['#partition = :partition', ...(within ? [within.text] : [])].join(' AND '),
    ExpressionAttributeNames: { '#partition': partition.name, ...within?.names },
    ExpressionAttributeValues: { ':partition': partition.value, ...within?.values },
  };
}

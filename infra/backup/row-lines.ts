import type { Item } from './digest.ts';

/**
 * A row as a line of JSON. What is binary (how far the counting of statistics is) stands in base64, as DynamoDB's own JSON has
 * it: under `B` a row has text nowhere else.
 */
export const lineOf = (item: Item): string =>
  JSON.stringify(item, (_name, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );

/** The row in a line. */
export const itemIn = (line: string): Item =>
  JSON.parse(line, (name, value: unknown) =>
    name === 'B' && typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value,
  );

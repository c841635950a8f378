import { createHash } from 'node:crypto';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** A row as DynamoDB hands it out, with the type of each value. */
export type Item = Record<string, AttributeValue>;

/** The same text for the same value, whatever the order of its names, or of the members of a set. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

/** How many rows there are, and a digest of them all that does not hang on their order. */
export type Digest = { readonly rows: number; readonly sha256: string };

/** Adds rows up to a digest, one after another, in any order. */
export class RowDigest {
  private rows = 0;
  private readonly sum = Buffer.alloc(32);

  add(item: Item): void {
    const own = createHash('sha256').update(canonical(item)).digest();
    this.rows += 1;
    for (const [index, byte] of own.entries()) this.sum[index] = (this.sum[index] ?? 0) ^ byte;
  }

  get value(): Digest {
    return { rows: this.rows, sha256: this.sum.toString('hex') };
  }
}

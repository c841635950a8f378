import { type ByteReader, ByteWriter } from './bytes.ts';

/** Columns that take more bytes than this are not kept in a row: the listing itself says. */
const mostBytes = 400;

type Named = { readonly name: string; readonly label?: string | undefined };

/** How many columns there are and what is kept of each; or that they are not kept. */
export function writeFields<F extends Named>(
  to: ByteWriter,
  fields: readonly F[],
  more: (to: ByteWriter, field: F) => void = () => undefined,
): void {
  const own = new ByteWriter();
  own.list(fields, (field) => {
    own.text(field.name).text(field.label ?? '');
    more(own, field);
  });
  const { bytes } = own;
  if (bytes.length > mostBytes) to.number(0);
  else to.number(1).raw(bytes);
}

/** The columns as they were written; undefined where they were not kept. */
export function readFields<M>(from: ByteReader, more: (from: ByteReader) => M): (Named & M)[] | undefined {
  if (from.number() === 0) return undefined;
  return from.list(() => {
    const name = from.text();
    const label = from.text();
    return { name, ...(label !== '' && { label }), ...more(from) };
  });
}

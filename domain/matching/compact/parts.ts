import type { CarriedTag, Coverage } from '../../listing/parts.ts';
import { UpdateFrequency } from '../../listing/parts.ts';
import { DeliveryMode } from '../../vocabulary/delivery-modes.ts';
import { tagCount, tagNumber, tagOfNumber } from '../../vocabulary/tag-numbers.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** One of a closed list by its place in it. Throws a RangeError where there is none. */
export function optionAt<T>(options: readonly T[], place: number): T {
  const option = options[place];
  if (option === undefined) throw new RangeError(`there are ${options.length} of them, and none is at ${place}`);
  return option;
}

/** A tag: its number, behind those the texts of tags that the vocabulary does not have (any more). */
export function writeTag(to: ByteWriter, tag: string): void {
  const number = tagNumber(tag);
  if (number === undefined) to.number(0).text(tag);
  else to.number(number + 1);
}

export function readTag(from: ByteReader): string {
  const number = from.number();
  if (number === 0) return from.text();
  const tag = tagOfNumber(number - 1);
  if (tag === undefined) throw new RangeError(`there are ${tagCount} tags, and none has the number ${number - 1}`);
  return tag;
}

/** A day by its digits, 20261231; none is 0. */
const writeDay = (to: ByteWriter, day: string | undefined): ByteWriter =>
  to.number(Number(day?.replaceAll('-', '') ?? 0));

function readDay(from: ByteReader): string | undefined {
  const digits = from.number();
  return digits === 0
    ? undefined
    : String(digits)
        .padStart(8, '0')
        .replace(/(....)(..)(..)/, '$1-$2-$3');
}

/** A tag with the last day on which it counts, where there is one; who issued it is nothing to judging. */
export function writeCarried(to: ByteWriter, carried: CarriedTag): void {
  const [tag, until] = typeof carried === 'string' ? [carried, undefined] : [carried.tag, carried.validUntil];
  writeTag(to, tag);
  writeDay(to, until);
}

export function readCarried(from: ByteReader): CarriedTag {
  const tag = readTag(from);
  const validUntil = readDay(from);
  return validUntil === undefined ? tag : { tag, validUntil };
}

/** Ways of delivery, in their order. */
export function writeModes(to: ByteWriter, modes: readonly DeliveryMode[]): void {
  to.number(modes.reduce((sum, mode) => sum * 8 + DeliveryMode.options.indexOf(mode) + 1, 0));
}

export function readModes(from: ByteReader): DeliveryMode[] {
  const modes: DeliveryMode[] = [];
  for (let rest = from.number(); rest > 0; rest = Math.floor(rest / 8)) {
    modes.unshift(optionAt(DeliveryMode.options, (rest % 8) - 1));
  }
  return modes;
}

export function writeFrequency(to: ByteWriter, frequency: UpdateFrequency | undefined): void {
  to.number(frequency === undefined ? 0 : UpdateFrequency.options.indexOf(frequency) + 1);
}

export function readFrequency(from: ByteReader): { readonly updateFrequency?: UpdateFrequency } {
  const number = from.number();
  return number === 0 ? {} : { updateFrequency: optionAt(UpdateFrequency.options, number - 1) };
}

export function writeCoverage(to: ByteWriter, coverage: Coverage | undefined): void {
  to.number(coverage ? 1 : 0);
  if (!coverage) return;
  to.list(coverage.regions, (region) => to.number(Number(region)));
  writeDay(to, coverage.from);
  writeDay(to, coverage.to);
}

export function readCoverage(from: ByteReader): { readonly coverage?: Coverage } {
  if (from.number() === 0) return {};
  const regions = from.list(() => String(from.number()).padStart(6, '0'));
  const [first, last] = [readDay(from), readDay(from)];
  return {
    coverage: { regions, ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) },
  };
}

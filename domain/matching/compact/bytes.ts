const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Seven bits a byte, the lowest first; the eighth says that more follow (LEB128). */
const bitsAByte = 128;

/** Writes whole numbers and texts, each as short as it can be. */
export class ByteWriter {
  private readonly written: number[] = [];

  /** A whole number, 0..2^53 - 1. */
  number(value: number): this {
    let rest = value;
    while (rest >= bitsAByte) {
      this.written.push((rest % bitsAByte) + bitsAByte);
      rest = Math.floor(rest / bitsAByte);
    }
    this.written.push(rest);
    return this;
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): this {
    for (const byte of bytes) this.written.push(byte);
    return this;
  }

  text(value: string): this {
    const bytes = encoder.encode(value);
    return this.number(bytes.length).raw(bytes);
  }

  list<T>(values: readonly T[], write: (value: T) => void): this {
    this.number(values.length);
    for (const value of values) write(value);
    return this;
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.written);
  }
}

/** A row ended before what it says that it holds. */
class RowTooShort extends RangeError {
  override readonly name = 'RowTooShort';
}

/** Reads what a ByteWriter wrote, in the same order. Throws a RangeError or a TypeError where it did not write it. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  private next(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new RowTooShort('a compact row is shorter than it says');
    this.at += 1;
    return byte;
  }

  number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= bitsAByte) {
      const byte = this.next();
      if (byte < bitsAByte) return value + byte * unit;
      value += (byte - bitsAByte) * unit;
    }
  }

  text(): string {
    const length = this.number();
    const end = this.at + length;
    if (end > this.bytes.length) throw new RowTooShort('a compact row is shorter than it says');
    // Most texts are codes of two or three letters: made without a decoder, in a tenth of the time.
    let plain = '';
    for (let at = this.at; at < end && length < 8; at++) {
      const byte = this.bytes[at] ?? bitsAByte;
      if (byte >= bitsAByte) break;
      plain += String.fromCharCode(byte);
    }
    const text = plain.length === length ? plain : decoder.decode(this.bytes.subarray(this.at, end));
    this.at = end;
    return text;
  }

  list<T>(read: () => T): T[] {
    const length = this.number();
    const values: T[] = [];
    for (let index = 0; index < length; index++) values.push(read());
    return values;
  }
}

import { singleLine } from './single-line.ts';

/** A mail was to be made from something that is not there: it names what, so that nobody is sent a mail with a hole. */
export class MissingMailValue extends Error {
  override readonly name = 'MissingMailValue';
  readonly value: string;
  constructor(value: string) {
    super(`a mail needs ${value}`);
    this.value = value;
  }
}

const visible = /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u;

/** The text, where there is one of which something can be seen. Throws MissingMailValue, which has its `name`. */
export function present(name: string, text: string | undefined | null): string {
  if (typeof text !== 'string' || !visible.test(singleLine(text))) throw new MissingMailValue(name);
  return text;
}

/** The number, where there is one. Throws MissingMailValue, which has its `name`. */
export function presentNumber(name: string, number: number | undefined | null): number {
  if (typeof number !== 'number' || !Number.isFinite(number)) throw new MissingMailValue(name);
  return number;
}

import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** HTML in which every value that came from outside has been escaped. */
export type Markup = HtmlEscapedString;

type Value = string | number | Markup | readonly Markup[];

/** Template tag for HTML: strings are escaped, other markup is taken as it is. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const made = html(strings, ...values);
  // hono answers a promise only where a value is one, which the type of `values` rules out
  if (made instanceof Promise) throw new TypeError('markup takes no promises');
  return made;
}

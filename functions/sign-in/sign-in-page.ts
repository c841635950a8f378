import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { markup } from '../_mail/markup.ts';
import { type Housed, showPage } from '../_pages/page.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type Message, signInWords } from './sign-in-words.ts';

/** Where signing in begins. */
export const signInPath = '/v1/sign-in';

const statusOf: Readonly<Record<Message, number>> = { refused: 400, 'no-member': 400, 'signed-out': 200 };

/** That nobody is signed in, and the way to it. Its other language begins anew, as what came back is good for once. */
export function signInPage(housed: Housed, locale: Locale, message: Message, to: string): HttpAnswer {
  const { messages, again } = signInWords[locale];
  const [heading, sentence] = messages[message];
  const link = `${signInPath}?${new URLSearchParams({ to })}`;
  const body = markup`<p>${sentence}</p><p><a class="button" href="${link}">${again}</a></p>`;
  return showPage(housed, statusOf[message], { locale, place: signInPath, query: { to } }, { heading, body });
}

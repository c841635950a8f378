import { type Preferences, unsaid, type Wanted, wantsReport } from '../../domain/contact/preferences.ts';
import { preferencesWay } from '../_links/preferences-way.ts';
import { type EndedMails, type UnsubscribeLink, unsubscribeToken } from '../_links/reader-tokens.ts';
import { type Reading, troublePage } from '../_pages/page.ts';
import { LinkAsked } from '../_requests/link-query.ts';
import { UnsubscribeForm } from '../_requests/mail-preferences.ts';
import { formOrParts } from '../_runtime/form-body.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requestLocale } from '../_runtime/http-request.ts';
import type { Deps } from './deps.ts';
import { keepWish } from './keep-wish.ts';
import { accessOf, findOwner, type Named } from './owner.ts';
import { askingPage, endedPage, unsubscribePlace } from './unsubscribe-page.ts';

const wishOf: Readonly<Record<EndedMails, Wanted>> = {
  matches: { matches: 'off' },
  'supplier-report': { supplierReport: 'off' },
};

function isEnded(ends: EndedMails, named: Named | undefined, kept: Preferences | undefined): boolean {
  if (ends === 'matches') return (kept ?? unsaid).matches === 'off';
  return !wantsReport(named?.organization ?? { supplierReport: 'off' }, kept);
}

/**
 * Ends the mails of one kind for one address, by a press in the mail reader (RFC 8058: a form, without cookies, answered
 * without a redirect) or on a page. Looking at the page changes nothing, since scanners follow links; pressing twice is as
 * good as once.
 */
export const unsubscribe = (deps: Deps) => {
  const keep = keepWish(deps);

  async function show(event: HttpEvent, link: UnsubscribeLink, reading: Reading, isOdd: boolean): Promise<HttpAnswer> {
    const { named, preferences } = await findOwner(deps, accessOf(event, link));
    if (!isEnded(link.ends, named, preferences)) return askingPage(deps, isOdd ? 400 : 200, reading, link.ends, named);
    const back = await preferencesWay(link, reading.locale, deps.keys);
    return endedPage(deps, reading, link.ends, named, back);
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const { token, lang } = LinkAsked.parse(event.queryStringParameters ?? {});
    const reading = { locale: lang ?? requestLocale(event), place: unsubscribePlace, query: { token } };
    const link = await unsubscribeToken.read(token, deps.keys, deps.clock());
    if (link === 'invalid' || link === 'expired') return troublePage(deps, reading, link);
    if (!event.routeKey.startsWith('POST ')) return show(event, link, reading, false);
    if (!UnsubscribeForm.safeParse(await formOrParts(event)).success) return show(event, link, reading, true);
    await keep(accessOf(event, link), () => wishOf[link.ends], 'unsubscribed');
    return show(event, link, reading, false);
  };
};

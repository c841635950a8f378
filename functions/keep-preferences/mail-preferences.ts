import type * as z from 'zod';
import type { Preferences, Wanted } from '../../domain/contact/preferences.ts';
import { preferencesToken } from '../_links/reader-tokens.ts';
import { type Reading, troublePage } from '../_pages/page.ts';
import { LinkAsked } from '../_requests/link-query.ts';
import { Choices, PreferencesForm } from '../_requests/mail-preferences.ts';
import { formFields } from '../_runtime/form-body.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requestLocale } from '../_runtime/http-request.ts';
import type { Deps } from './deps.ts';
import { keepWish } from './keep-wish.ts';
import { accessOf, findOwner, type Named } from './owner.ts';
import { choicesPage, gonePage, preferencesPlace, withdrawnPage } from './preferences-page.ts';
import { withdraw } from './withdraw.ts';

type Chosen = z.infer<typeof Choices>;

/** Language and weekly report stay the organization's to say until its owner wants something else. */
const wishFor =
  ({ contact, organization }: Named, { matches, supplierReport, locale }: Chosen) =>
  (before: Preferences | undefined): Wanted => {
    const isLocaleSaid = before?.locale !== undefined || locale !== contact.locale;
    const isReportSaid = before?.supplierReport !== undefined || supplierReport !== organization.supplierReport;
    return { matches, ...(isReportSaid && { supplierReport }), ...(isLocaleSaid && { locale }) };
  };

/**
 * What the owner of an address wants of one organization's mails, behind a link that needs no login: whoever reads the
 * mailbox may say. The token in the form is what allows it, so that no other site can have a browser send one.
 */
export const mailPreferences = (deps: Deps) => {
  const [keep, takeBack] = [keepWish(deps), withdraw(deps)];
  const { action: Action } = PreferencesForm.shape;

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const isPost = event.routeKey.startsWith('POST ');
    const given = (isPost ? formFields(event) : event.queryStringParameters) ?? {};
    const { token, lang } = LinkAsked.parse(given);
    const link = await preferencesToken.read(token, deps.keys, deps.clock());
    const asked = lang ?? requestLocale(event);
    const reading: Reading = { locale: asked, place: preferencesPlace, query: { token } };
    if (link === 'invalid' || link === 'expired') return troublePage(deps, reading, link);

    const access = accessOf(event, link);
    const { data: action } = Action.safeParse(given['action']);
    if (isPost && action === 'withdraw') {
      await takeBack(access);
      return withdrawnPage(deps, reading);
    }
    const { named, preferences } = await findOwner(deps, access);
    const own = { ...reading, locale: lang ?? preferences?.locale ?? named?.contact.locale ?? asked };
    if (!named?.contact.confirmed) {
      const invitation = await deps.invitations.get(access, link.organizationId, link.contact);
      return gonePage(deps, own, invitation?.state !== 'refused');
    }
    if (!isPost) return choicesPage(deps, own, named, preferences);
    const { data: chosen } = Choices.safeParse(given);
    if (action !== 'save' || !chosen) return choicesPage(deps, own, named, preferences, 'unsaved');
    await keep(access, wishFor(named, chosen), 'preferences changed');
    return choicesPage(deps, own, named, (await findOwner(deps, access)).preferences, 'saved');
  };
};

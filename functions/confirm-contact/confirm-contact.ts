import type * as z from 'zod';
import { type InviteeAccess, inviteeAccess } from '../../domain/access/access.ts';
import { type Invitation, inState, type Standing, standingOf } from '../../domain/contact/invitation.ts';
import { answerFor } from '../../domain/organization/lifecycle.ts';
import type { Contact, Organization } from '../../domain/organization/organization.ts';
import { secondsOf } from '../../domain/time.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { mailboxRefusal } from '../_contacts/mailbox-refusal.ts';
import { type InvitationLink, invitationToken } from '../_links/invitation-link.ts';
import { linkSeconds } from '../_links/mail-links.ts';
import { preferencesWay } from '../_links/preferences-way.ts';
import type { Reading } from '../_pages/page.ts';
import { ConfirmationForm } from '../_requests/contact-confirmation.ts';
import { LinkAsked } from '../_requests/link-query.ts';
import { formFields } from '../_runtime/form-body.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requestLocale } from '../_runtime/http-request.ts';
import { addressDigest, shortDigest } from '../_runtime/ids.ts';
import { messagePage, place, questionPage } from './confirmation-page.ts';
import type { Deps } from './deps.ts';

/** How often an answer is written, where somebody else changes the organization at the same moment. */
const attempts = 5;

/** What the page is asked with; what cannot be is as if it were not there. */
const Asked = LinkAsked.extend({ answer: ConfirmationForm.shape.answer.optional().catch(undefined) });
type Asked = z.infer<typeof Asked>;

const readingOf = (token: string, locale: Locale): Reading => ({ locale, place, query: { token } });

/** What is asked: the invitation, and the contact where the organization names it still. */
type Named = { readonly organization: Organization; readonly contact: Contact };
type Asking = { readonly invitation: Invitation; readonly named: Named | undefined };

/** Where a link leads: to the invitation that it means, and the contact that was invited. */
type Found = { readonly standing: Standing; readonly invitation: Invitation | undefined } & Pick<Asking, 'named'>;

/** The organization kept changing while an answer was to be written. */
class AnswerKeepsFailing extends Error {
  override readonly name = 'AnswerKeepsFailing';
}

/**
 * The page behind the link of an invitation. Looking at it changes nothing, since scanners of mail follow links; pressing
 * one of its buttons answers the invitation, once.
 */
export const confirmContact = (deps: Deps) => {
  const { clock, logger } = deps;

  function accessOf({ requestContext: { requestId, http } }: HttpEvent, link: InvitationLink): InviteeAccess {
    const from = { requestId, address: http.sourceIp };
    return inviteeAccess({ organization: link.organizationId, contact: link.contact, from });
  }

  async function find(access: InviteeAccess, link: InvitationLink): Promise<Found> {
    const [invitation, organization] = await Promise.all([
      deps.invitations.get(access, link.organizationId, link.contact),
      deps.organizations.get(access, link.organizationId),
    ]);
    const contact = organization?.contacts.find(({ email }) => addressDigest(email) === link.contact);
    const standing = standingOf(link, invitation, contact, clock());
    return { standing, invitation, named: organization && contact && { organization, contact } };
  }

  /** Writes an answer; of a contact that was taken back there is none to change. */
  async function write(link: InviteeAccess, { invitation, named }: Asking, isYes: boolean) {
    const at = clock();
    const { mailbox, organizationId: subject } = invitation;
    const access = mailbox === undefined ? link : inviteeAccess({ ...link, mailbox });
    const answered = inState(invitation, isYes ? 'confirmed' : 'refused', at);
    const next =
      named && named.contact.confirmed !== isYes
        ? answerFor(named.contact.email, isYes, named.organization, at)
        : undefined;
    const version = (next ?? named?.organization)?.version;
    const contact = shortDigest(invitation.contact);
    const written = await deps.answer(access, {
      invitation: answered,
      mailbox: isYes ? undefined : await mailboxRefusal(deps.invitations, access, answered),
      organization: next,
      audited: {
        subject,
        ...(version !== undefined && { version }),
        at,
        act: isYes ? 'contact-confirmed' : 'contact-refused',
        contact,
      },
    });
    if (written) logger.info(isYes ? 'contact confirmed' : 'contact refused', { organizationId: subject, contact });
    return written;
  }

  async function show(event: HttpEvent, link: InvitationLink, { token, lang }: Asked): Promise<HttpAnswer> {
    const found = await find(accessOf(event, link), link);
    if (found.standing === 'open' && found.named) {
      const { organization, contact } = found.named;
      return questionPage(deps, readingOf(token, lang ?? contact.locale), organization, contact);
    }
    const locale = lang ?? found.named?.contact.locale ?? requestLocale(event);
    return messagePage(deps, readingOf(token, locale), found.standing === 'open' ? 'void' : found.standing);
  }

  async function answer(event: HttpEvent, link: InvitationLink, reading: Reading, isYes: boolean): Promise<HttpAnswer> {
    const access = accessOf(event, link);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { standing, invitation, named } = await find(access, link);
      const mayAnswer = standing === 'open' || (standing === 'withdrawn' && !isYes);
      if (!mayAnswer || !invitation) return messagePage(deps, reading, standing === 'open' ? 'void' : standing);
      if (await write(access, { invitation, named }, isYes)) {
        if (!isYes) return messagePage(deps, reading, 'now-refused');
        const reader = { ...link, exp: secondsOf(clock()) + linkSeconds };
        return messagePage(deps, reading, 'now-confirmed', await preferencesWay(reader, reading.locale, deps.keys));
      }
    }
    throw new AnswerKeepsFailing(`the organization changed ${attempts} times while an invitation was answered`);
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const isPost = event.routeKey.startsWith('POST ');
    const asked = Asked.parse((isPost ? formFields(event) : event.queryStringParameters) ?? {});
    const link = await invitationToken.read(asked.token, deps.keys, clock());
    const reading = readingOf(asked.token, asked.lang ?? requestLocale(event));
    if (link === 'invalid' || link === 'expired') return messagePage(deps, reading, link);
    if (!isPost) return show(event, link, asked);
    if (asked.answer === undefined) return messagePage(deps, reading, 'invalid');
    return answer(event, link, reading, asked.answer === 'confirm');
  };
};

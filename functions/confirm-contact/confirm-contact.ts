import { z } from 'zod';
import { type InviteeAccess, inviteeAccess } from '../../domain/access/access.ts';
import {
  type Invitation,
  inState,
  refusalOfMailbox,
  type Standing,
  standingOf,
} from '../../domain/contact/invitation.ts';
import { answerFor } from '../../domain/organization/lifecycle.ts';
import type { Contact, Organization } from '../../domain/organization/organization.ts';
import { type Link, readLink } from '../_contacts/invitation-link.ts';
import { ConfirmationForm } from '../_requests/contact-confirmation.ts';
import { formFields } from '../_runtime/form-body.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requestLocale } from '../_runtime/http-request.ts';
import { addressDigest, contactDigest, mailboxDigest } from '../_runtime/ids.ts';
import { messagePage, questionPage, type Reading } from './confirmation-page.ts';
import type { Deps } from './deps.ts';

/** How often an answer is written, where somebody else changes the organization at the same moment. */
const attempts = 5;

/** What the page is asked with; what cannot be is as if it were not there. */
const { token, lang, answer } = ConfirmationForm.shape;
const Asked = z.object({
  token: token.catch(''),
  lang: lang.catch(undefined),
  answer: answer.optional().catch(undefined),
});
type Asked = z.infer<typeof Asked>;

/** Where a link leads: to the invitation that it means, and the contact that was invited. */
type Found =
  | { readonly standing: 'open'; readonly open: Open }
  | { readonly standing: Exclude<Standing, 'open'>; readonly contact: Contact | undefined };
type Open = { readonly invitation: Invitation; readonly organization: Organization; readonly contact: Contact };

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

  function accessOf({ requestContext: { requestId, http } }: HttpEvent, link: Link): InviteeAccess {
    const from = { requestId, address: http.sourceIp };
    return inviteeAccess({ organization: link.organizationId, contact: link.contact, from });
  }

  async function find(access: InviteeAccess, link: Link): Promise<Found> {
    const [invitation, organization] = await Promise.all([
      deps.invitations.get(access, link.organizationId, link.contact),
      deps.organizations.get(access, link.organizationId),
    ]);
    const contact = organization?.contacts.find(({ email }) => addressDigest(email) === link.contact);
    const standing = standingOf(link, invitation, contact, clock());
    if (standing !== 'open') return { standing, contact };
    // An open one has both; the types do not know it.
    if (!invitation || !organization || !contact) return { standing: 'void', contact };
    return { standing, open: { invitation, organization, contact } };
  }

  /** A refusal as the mailbox's, where the address that was invited is another spelling of it. */
  async function mailboxRefusal(access: InviteeAccess, refused: Invitation): Promise<Invitation | undefined> {
    const { mailbox } = access;
    if (mailbox === undefined || mailbox === refused.contact) return undefined;
    return refusalOfMailbox(refused, mailbox, await deps.invitations.get(access, refused.organizationId, mailbox));
  }

  async function write(link: InviteeAccess, { invitation, organization, contact }: Open, isYes: boolean) {
    const at = clock();
    const access = inviteeAccess({ ...link, mailbox: mailboxDigest(contact.email) });
    const answered = inState(invitation, isYes ? 'confirmed' : 'refused', at);
    const next = contact.confirmed === isYes ? undefined : answerFor(contact.email, isYes, organization, at);
    const act = isYes ? 'contact-confirmed' : 'contact-refused';
    const digest = contactDigest(contact.email);
    const { id: subject, version } = next ?? organization;
    const written = await deps.answer(access, {
      invitation: answered,
      mailbox: isYes ? undefined : await mailboxRefusal(access, answered),
      organization: next,
      audited: { subject, version, at, act, contact: digest },
    });
    if (written)
      logger.info(isYes ? 'contact confirmed' : 'contact refused', { organizationId: subject, contact: digest });
    return written;
  }

  async function show(event: HttpEvent, link: Link, { token, lang }: Asked): Promise<HttpAnswer> {
    const found = await find(accessOf(event, link), link);
    if (found.standing === 'open') {
      const { organization, contact } = found.open;
      return questionPage(deps, { token, locale: lang ?? contact.locale }, organization, contact);
    }
    const locale = lang ?? found.contact?.locale ?? requestLocale(event);
    return messagePage(deps, { token, locale }, found.standing);
  }

  async function answer(event: HttpEvent, link: Link, reading: Reading, isYes: boolean): Promise<HttpAnswer> {
    const access = accessOf(event, link);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const found = await find(access, link);
      if (found.standing !== 'open') return messagePage(deps, reading, found.standing);
      if (await write(access, found.open, isYes))
        return messagePage(deps, reading, isYes ? 'now-confirmed' : 'now-refused');
    }
    throw new AnswerKeepsFailing(`the organization changed ${attempts} times while an invitation was answered`);
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const isPost = event.routeKey.startsWith('POST ');
    const asked = Asked.parse((isPost ? formFields(event) : event.queryStringParameters) ?? {});
    const link = await readLink(asked.token, deps.keys, clock());
    const reading = { token: asked.token, locale: asked.lang ?? requestLocale(event) };
    if (link === 'invalid' || link === 'expired') return messagePage(deps, reading, link);
    if (!isPost) return show(event, link, asked);
    if (asked.answer === undefined) return messagePage(deps, reading, 'invalid');
    return answer(event, link, reading, asked.answer === 'confirm');
  };
};

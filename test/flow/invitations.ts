import * as z from 'zod';
import type { ZoneUnderTest } from './zone.ts';

const Invited = z.object({
  items: z.array(
    z.strictObject({ email: z.string(), state: z.string(), at: z.string(), expiresAt: z.string() }).partial(),
  ),
});

/** A page as a browser gets it. */
export type Page = { readonly status: number; readonly html: string; readonly headers: Headers };

/** What a person at a mailbox does with invitations, and what the organization sees of it. */
export class Invitee {
  private readonly zone: ZoneUnderTest;

  constructor(zone: ZoneUnderTest) {
    this.zone = zone;
  }

  /** The mails to an address, the newest last, each with its source as it came. */
  async mailsTo(address: string) {
    const mails = (await this.zone.mails()).filter(({ to }) => to.some((one) => one.address === address));
    return Promise.all(mails.map(async (mail) => ({ ...mail, source: await this.sourceOf(mail.id) })));
  }

  /** A mail as it came over the wire. */
  async sourceOf(id: string): Promise<string> {
    return (await fetch(`${this.zone.zone.mailbox}/api/email/${id}/source`)).text();
  }

  /** The token in the newest invitation to an address. */
  async tokenOf(address: string): Promise<string> {
    const text = (await this.mailsTo(address)).at(-1)?.text ?? '';
    const [, token] = /contact-confirmation\?token=(\S+)/.exec(text) ?? [];
    if (token === undefined) throw new Error(`${address} was not invited`);
    return token;
  }

  async open(token: string, lang?: string): Promise<Page> {
    const query = new URLSearchParams({ token, ...(lang !== undefined && { lang }) });
    return pageOf(await fetch(`${this.zone.zone.api}/v1/contact-confirmation?${query}`));
  }

  async press(token: string, answer: string): Promise<Page> {
    const body = new URLSearchParams({ token, answer, lang: 'en' });
    return pageOf(await fetch(`${this.zone.zone.api}/v1/contact-confirmation`, { method: 'POST', body }));
  }

  /** A member puts its contacts, and waits for what comes of it. */
  async name(organization: string, ...emails: readonly string[]): Promise<void> {
    const body = {
      name: `Organization ${organization}`,
      kind: 'private',
      jurisdiction: 'CN',
      contacts: emails.map((email) => ({ email, locale: 'en' })),
    };
    const answer = await this.zone.call('/v1/organization', { method: 'PUT', as: organization, body });
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    await this.zone.settle();
  }

  /** What the organization is told of each contact that is not confirmed, by address. */
  async told(organization: string): Promise<Readonly<Record<string, string | undefined>>> {
    const { body } = await this.zone.call('/v1/organization/invitations', { as: organization });
    return Object.fromEntries(Invited.parse(body).items.map(({ email = '', state }) => [email, state]));
  }
}

const pageOf = async (answer: Response): Promise<Page> => ({
  status: answer.status,
  html: await answer.text(),
  headers: answer.headers,
});

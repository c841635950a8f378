import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { inject } from 'vitest';
import { OrganizationId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { makeSigningKeys, type SigningKeys } from '../../functions/_adapters/secrets/signing-keys.ts';
import { type LinkedMail, makeMailLinks } from '../../functions/_links/mail-links.ts';
import { makeMark, markField } from '../../functions/_links/mail-mark.ts';
import type { MailLinks } from '../../functions/_mail/mail-links.ts';
import { zoneTime } from '../../infra/local/control/client.ts';
import { localClient } from '../../infra/local/local-client.ts';
import { readAssembly } from '../../infra/local/template/assembly.ts';
import { Stack } from '../../infra/local/template/stack.ts';
import { assertInContract } from '../contract/contract.ts';
import type { Page } from './invitations.ts';
import type { ZoneUnderTest } from './zone.ts';

type Mailed = Pick<LinkedMail, 'matchIds' | 'demandId'> & {
  readonly organization: string;
  readonly email: string;
  readonly ends?: LinkedMail['ends'];
};

/** What a person who reads the zone's mails has, and does with their links. */
export class Reader {
  private readonly zone: ZoneUnderTest;

  constructor(zone: ZoneUnderTest) {
    this.zone = zone;
  }

  /** The zone's keys, as a Lambda that has just started reads them. */
  async keys(): Promise<SigningKeys> {
    const stack = new Stack(readAssembly(inject('assembly')), new Map());
    const secret = stack.ofType('AWS::SecretsManager::Secret').find(({ id }) => id.startsWith('SigningKeys'))?.id ?? '';
    const client = new SecretsManagerClient(localClient(this.zone.zone.endpoints.services, stack.region));
    const secretId = stack.arn('secretsmanager', `secret:${stack.physicalName(secret)}`);
    return makeSigningKeys(client, secretId, () => Date.now());
  }

  async now(): Promise<Instant> {
    return Instant.parse((await zoneTime(this.zone.zone.control)).toISOString());
  }

  /** The links of a mail to a contact, as the zone would sign them now. */
  async links({ organization, email, ends = 'matches', ...rest }: Mailed): Promise<MailLinks> {
    const [keys, now] = [await this.keys(), await this.now()];
    const organizationId = OrganizationId.parse(organization);
    return makeMailLinks(keys, this.zone.zone.api)({ ...rest, organizationId, email, locale: 'en', ends, now });
  }

  /** The mark that a mail to an address has, and that comes back with it. */
  async mark(email: string): Promise<string> {
    return (await makeMark(await this.keys())(email, await this.now()))[markField];
  }

  /** Follows a link, or sends a form there. Throws where the answer is not of the API's document. */
  async open(link: string, init: RequestInit = {}): Promise<Page> {
    const answer = await fetch(link, { redirect: 'manual', ...init });
    const { status, headers } = answer;
    const text = await answer.text();
    const path = link.slice(this.zone.zone.api.length);
    assertInContract({ method: init.method ?? 'GET', path, status, headers, text });
    return { status, headers, html: text };
  }

  /** Presses “unsubscribe” as a mail reader does. */
  press(
    link: string,
    body: URLSearchParams | FormData = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  ): Promise<Page> {
    return this.open(link, { method: 'POST', body });
  }

  /** Sends the form of the preferences page. */
  choose(link: string, fields: Record<string, string>): Promise<Page> {
    const { origin, pathname, searchParams } = new URL(link);
    const token = searchParams.get('token') ?? '';
    return this.open(`${origin}${pathname}`, {
      method: 'POST',
      body: new URLSearchParams({ token, lang: 'en', ...fields }),
    });
  }
}

/** What a page says, without its style and its tags. */
export const visible = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** Where a page leads. */
export const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<[a-z][^>]*?\s(?:href|action|src)="?([^"\s>]*)/g)].map(([, link]) => link ?? '');

/** The answers that are chosen on a page. */
export const chosenOn = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/name="(\w+)" value="([^"]+)" checked/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  );

import type { Page } from './invitations.ts';
import { Reader } from './reader.ts';
import type { ZoneUnderTest } from './zone.ts';

/** A browser that keeps cookies, follows no redirect by itself, and holds each page against the API's document. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  private readonly zone: ZoneUnderTest;
  private readonly reader: Reader;

  constructor(zone: ZoneUnderTest) {
    this.zone = zone;
    this.reader = new Reader(zone);
  }

  private addressOf(path: string): string {
    return new URL(path, this.zone.zone.api).href;
  }

  async open(path: string, init: RequestInit = {}): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': 'en', ...init.headers, ...(cookie !== '' && { cookie }) };
    const page = await this.reader.open(this.addressOf(path), { ...init, headers });
    for (const set of page.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return page;
  }

  /** Begins to sign in, says at the identity provider who it is, and answers where that sends it. */
  async authorize(organization: string, to: string): Promise<string> {
    const begun = await this.open(`/v1/sign-in?${new URLSearchParams({ to })}`);
    const address = new URL(begun.headers.get('location') ?? '');
    address.searchParams.set('login_hint', organization);
    const answer = await fetch(address, { redirect: 'manual' });
    const returned = new URL(answer.headers.get('location') ?? '');
    return `${returned.pathname}${returned.search}`;
  }

  /** Signs in for an organization, and answers where that led. */
  async signIn(organization: string, to: string): Promise<string> {
    const page = await this.open(await this.authorize(organization, to));
    return page.headers.get('location') ?? '';
  }
}

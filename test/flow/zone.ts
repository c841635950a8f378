import { inject } from 'vitest';
import * as z from 'zod';
import { runSchedule, stepClock } from '../../infra/local/control/client.ts';
import { type LocalZone, startZone } from '../../infra/local/start-zone.ts';
import { assertInContract } from '../contract/contract.ts';

const Token = z.object({ access_token: z.string() });

/** What came back: status, headers and the body, parsed where it is JSON (undefined where there is none). */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

type Call = {
  readonly method?: string;
  readonly as?: string;
  readonly scope?: 'member' | 'operator';
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** A body sent as it is, in place of `body`. */
  readonly raw?: string;
};

type Verified = Record<string, unknown> & { readonly heldTags?: readonly object[] };

type Start = { readonly faults?: boolean; readonly assembly?: string; readonly data?: string };

/** A zone on this machine and what a test does with it, over HTTP as anyone would. */
export class ZoneUnderTest {
  readonly zone: LocalZone;
  readonly logs: readonly string[];
  private readonly tokens = new Map<string, string>();

  private constructor(zone: LocalZone, logs: readonly string[]) {
    this.zone = zone;
    this.logs = logs;
  }

  static async start({ faults = false, assembly = inject('assembly'), data }: Start = {}): Promise<ZoneUnderTest> {
    const logs: string[] = [];
    const zone = await startZone({
      assembly,
      ...(data !== undefined && { data }),
      faults,
      onLog: (line) => logs.push(JSON.stringify(line)),
    });
    return new ZoneUnderTest(zone, logs);
  }

  async token(organization: string, scope: 'member' | 'operator' = 'member'): Promise<string> {
    const name = `${organization} ${scope}`;
    const known = this.tokens.get(name);
    if (known) return known;
    const answer = await fetch(this.zone.tokenEndpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: organization,
        client_secret: 'any',
        scope,
      }),
    });
    const { access_token } = Token.parse(await answer.json());
    this.tokens.set(name, access_token);
    return access_token;
  }

  /** Sends a request. Throws where the answer is not of the API's document. */
  async call(path: string, { method = 'GET', as, scope, token, headers, body, raw }: Call = {}): Promise<Answer> {
    const bearer = token ?? (as === undefined ? undefined : await this.token(as, scope));
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await fetch(`${this.zone.api}${path}`, {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text !== undefined && { body: text }),
    });
    const received = await answer.text();
    const { status, headers: answered } = answer;
    assertInContract({ method, path, status, headers: answered, text: received });
    const isJson = answered.get('content-type')?.endsWith('json') ?? false;
    return { status, headers: answered, body: isJson ? JSON.parse(received) : received || undefined };
  }

  /** Waits until every queue, stream and timer is drained. */
  async settle(): Promise<void> {
    if (!(await this.zone.idle(60))) throw new Error('the zone was not idle within 60 seconds');
  }

  /** The operator puts an organization: its identity verified, cleared, and with one confirmed contact unless told otherwise. */
  async verify(id: string, { heldTags = [], ...fields }: Verified = {}): Promise<void> {
    const body = {
      name: `Organization ${id}`,
      kind: 'private',
      jurisdiction: 'CN',
      clearance: 3,
      heldTags: [{ tag: 'kyc-verified' }, ...heldTags],
      contacts: [{ email: `${id}@example.com`, locale: 'en', confirmed: true }],
      ...fields,
    };
    const answer = await this.call(`/v1/organizations/${id}`, { method: 'PUT', as: 'zone', scope: 'operator', body });
    if (answer.status !== 200 && answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  }

  /** Posts a listing and answers its id. */
  async post(path: '/v1/offers' | '/v1/demands', as: string, body: unknown): Promise<string> {
    const answer = await this.call(path, { method: 'POST', as, body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return z.object({ id: z.string() }).parse(answer.body).id;
  }

  /** Replaces the text of a listing, and waits for what comes of it. */
  async revise(path: string, as: string, body: unknown): Promise<void> {
    const before = await this.call(path, { as });
    const headers = { 'if-match': before.headers.get('etag') ?? '' };
    const answer = await this.call(path, { method: 'PUT', as, headers, body });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    await this.settle();
  }

  /** Runs a schedule now, by the name of its construct, and waits for what comes of it. */
  async runSchedule(construct: string): Promise<void> {
    await runSchedule(this.zone.control, construct);
    await this.settle();
  }

  /** Has the hour of every organization's daily mail pass, and waits for what comes of it. */
  async nextMorning(): Promise<void> {
    await stepClock(this.zone.control, 86_400);
    await this.runSchedule('DueMail');
  }

  /** Every mail in the mailbox. */
  async mails(): Promise<readonly Mail[]> {
    const answer = await fetch(`${this.zone.mailbox}/api/email`);
    return z.array(Mail).parse(await answer.json());
  }
}

const Mail = z.object({
  id: z.string(),
  subject: z.string(),
  to: z.array(z.object({ address: z.string() })),
  html: z.string().optional(),
  text: z.string().optional(),
});
export type Mail = z.infer<typeof Mail>;

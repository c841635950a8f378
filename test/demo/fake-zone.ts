import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Demand } from '../../domain/demand/demand.ts';
import { judge } from '../../domain/matching/match.ts';
import { sentence } from '../../domain/matching/reasons.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { Offer } from '../../domain/offer/offer.ts';
import { Organization, type Party } from '../../domain/organization/organization.ts';
import { now, posted, today, validUntil } from '../builders/moment.ts';

type Call = { readonly method: string; readonly path: string; readonly as: string; readonly key: string | undefined };

const listed = { status: 'listed', version: 1, createdAt: posted, updatedAt: posted, validUntil };
const hex = (count: number): string => String(count).padStart(32, '0');

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** The public face of a zone, in memory: enough of it to let the demo's caller be tried without Lambdas. */
export class FakeZone {
  readonly calls: Call[] = [];
  readonly organizations = new Map<string, Organization>();
  offers: Offer[] = [];
  demands: Demand[] = [];
  /** Where set, every call is refused with it. */
  refusal: { status: number; body: unknown } | undefined;
  /** Where set, the record lacks its last matches. */
  forgotten = 0;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async start(): Promise<{ api: string; tokenEndpoint: string; mailbox: string }> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const url = `http://127.0.0.1:${address.port}`;
    return { api: url, tokenEndpoint: `${url}/token`, mailbox: url };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://zone');
    const method = request.method ?? '';
    const text = await textOf(request);
    const send = (status: number, body: unknown): void => {
      response.writeHead(status).end(JSON.stringify(body));
    };
    if (pathname === '/token') {
      const form = new URLSearchParams(text);
      return send(200, { access_token: `${form.get('scope')}:${form.get('client_id')}` });
    }
    if (pathname === '/api/email')
      return send(200, [{ subject: 'found', to: [{ address: 'a@example.com', name: '' }] }]);
    if (pathname === '/idle') return send(503, { idle: false, busy: ['streams'] });
    const as = request.headers.authorization?.replace('Bearer ', '') ?? '';
    this.calls.push({ method, path: pathname, as, key: request.headers['idempotency-key']?.toString() });
    if (this.refusal) return send(this.refusal.status, this.refusal.body);
    const body: unknown = text ? JSON.parse(text) : undefined;
    return send(200, this.reply(method, pathname, as.split(':')[1] ?? '', body, searchParams));
  }

  private reply(method: string, path: string, id: string, body: unknown, query: URLSearchParams): unknown {
    const named = path.split('/')[3] ?? '';
    if (path.startsWith('/v1/organizations/')) {
      if (method === 'GET') return this.organizations.get(named);
      const stamps = { id: named, version: 1, createdAt: posted, updatedAt: posted };
      return this.organizations.set(named, Organization.parse({ ...Object(body), ...stamps })).get(named);
    }
    if (method === 'POST') return this.post(path, { ...Object(body), ...listed, organizationId: id });
    if (path.startsWith('/v1/matches/')) return this.matches('matched').find((match) => match.id === named);
    const own = ({ organizationId }: Offer | Demand): boolean => organizationId === id;
    if (path === '/v1/offers') return this.page(this.offers.filter(own), query);
    if (path === '/v1/demands') return this.page(this.demands.filter(own), query);
    if (path === '/v1/reviews') return this.page(this.matches('needs-review'), query);
    return this.page(
      this.matches('matched').filter(({ parties }) => parties.includes(id)),
      query,
    );
  }

  private post(path: string, listing: object): unknown {
    if (path === '/v1/offers')
      return this.offers.push(Offer.parse({ ...listing, id: `offer-${hex(this.offers.length)}` }));
    return this.demands.push(Demand.parse({ ...listing, id: `demand-${hex(this.demands.length)}` }));
  }

  /** Pages of two at most, so that cursors are followed. */
  private page(items: readonly unknown[], query: URLSearchParams): unknown {
    const from = Number(query.get('cursor') ?? 0);
    const next = from + 2;
    return { items: items.slice(from, next), ...(next < items.length && { nextCursor: String(next) }) };
  }

  private party(id: string): Party {
    const organization = this.organizations.get(id);
    if (organization) return organization;
    throw new Error(`nobody verified ${id}`);
  }

  private matches(outcome: string) {
    const pairs = this.offers.flatMap((offer) => this.demands.map((demand) => ({ offer, demand })));
    const found = pairs.flatMap(({ offer, demand }, index) => {
      const facts = {
        now,
        today,
        buyer: this.party(demand.organizationId),
        supplier: this.party(offer.organizationId),
      };
      const verdict = judge(offer, demand, facts, defaultWeights);
      const criteria = verdict.criteria.map((one) => ({
        ...one,
        sentence: { 'zh-CN': sentence(one.reason, 'zh-CN'), en: sentence(one.reason, 'en') },
      }));
      const parties: readonly string[] = [offer.organizationId, demand.organizationId];
      return verdict.outcome === outcome
        ? [
            {
              ...verdict,
              criteria,
              parties,
              id: `match-${hex(index)}`,
              status: 'open',
              offer: { id: offer.id },
              demand: { id: demand.id },
            },
          ]
        : [];
    });
    return found.slice(0, found.length - this.forgotten);
  }
}

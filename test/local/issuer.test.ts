import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';

const echo = 'export const handler = async (event) => event.requestContext.authorizer ?? null;';
const Granted = z.object({ access_token: z.string(), token_type: z.string(), expires_in: z.number() });
const Claims = z.object({ jwt: z.object({ claims: z.record(z.string(), z.string()) }) });

let zone: MiniZone;

beforeAll(async () => {
  const assembly = new MiniAssembly()
    .lambda('Echo', echo)
    .route('GET /member', 'Echo', { scopes: ['member', 'operator'] })
    .route('GET /operator', 'Echo', { scopes: ['operator'] });
  zone = await MiniZone.start(assembly);
});
afterAll(() => zone?.stop());

const ask = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(zone.zone.tokenEndpoint, { method: 'POST', headers, body: new URLSearchParams(fields) });
const grant = { grant_type: 'client_credentials' };
const client = { client_id: 'org-a', client_secret: 's' };
const bearing = (token: string, path = '/member') => zone.call(path, { headers: { authorization: `Bearer ${token}` } });
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe('the token endpoint', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['in the body', client, {}],
    ['by Basic authentication', {}, basic('org-a:any secret: with a colon')],
    ['by Basic authentication, encoded', {}, basic('org%2Da:s')],
  ])('gives a token to a client that names itself %s', async (_, fields, headers) => {
    const answer = await ask({ ...grant, ...fields, scope: 'member' }, headers);
    const granted = Granted.parse(await answer.json());
    expect([answer.status, granted.token_type, granted.expires_in]).toEqual([200, 'Bearer', 3600]);
    const claims = Claims.parse(await (await bearing(granted.access_token)).json()).jwt.claims;
    expect(claims).toMatchObject({
      iss: zone.zone.issuer,
      aud: 'mini-audience',
      sub: 'org-a',
      client_id: 'org-a',
      org_id: 'org-a',
      scope: 'member',
      jti: expect.stringMatching(/.{20}/),
    });
    expect(Number(claims['exp']) - Number(claims['iat'])).toBe(3600);
  });

  it('takes a missing scope for member', async () => {
    const { access_token } = Granted.parse(await (await ask({ ...grant, ...client })).json());
    expect((await bearing(access_token)).status).toBe(200);
    expect((await bearing(access_token, '/operator')).status).toBe(403);
  });

  it.each<[string, Record<string, string>, Record<string, string>, number, string]>([
    ['an unknown scope', { ...grant, ...client, scope: 'admin' }, {}, 400, 'invalid_scope'],
    ['another grant', { ...client, grant_type: 'password', username: 'u' }, {}, 400, 'unsupported_grant_type'],
    ['an unheard-of grant', { ...client, grant_type: 'wish' }, {}, 400, 'unsupported_grant_type'],
    ['no grant', client, {}, 400, 'invalid_request'],
    ['no client', grant, {}, 401, 'invalid_client'],
    ['no secret', { ...grant, client_id: 'org-a' }, {}, 401, 'invalid_client'],
    ['an empty Basic login', grant, basic(':'), 401, 'invalid_client'],
    ['a broken Basic login', grant, basic('%E0%A4%A:s'), 401, 'invalid_client'],
  ])('refuses %s', async (_, fields, headers, status, error) => {
    const answer = await ask(fields, headers);
    const body = z.looseObject({ error: z.string() }).parse(await answer.json());
    expect([answer.status, body.error]).toEqual([status, error]);
    expect(body).not.toHaveProperty('access_token');
  });
});

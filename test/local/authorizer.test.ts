import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';
import { type OwnIssuer, startOwnIssuer } from './own-issuer.ts';

const echo = 'export const handler = async (event) => event.requestContext.authorizer ?? null;';
const Authorizer = z.object({
  jwt: z.object({ claims: z.record(z.string(), z.string()), scopes: z.array(z.string()).nullable() }),
});

let issuer: OwnIssuer;
let zone: MiniZone;

beforeAll(async () => {
  issuer = await startOwnIssuer();
  const ours = { issuer: issuer.url };
  const assembly = new MiniAssembly()
    .lambda('Echo', echo)
    .route('GET /member', 'Echo', { ...ours, scopes: ['member', 'operator'] })
    .route('GET /operator', 'Echo', { ...ours, scopes: ['operator'] })
    .route('GET /anyone', 'Echo', { ...ours, scopes: [] });
  zone = await MiniZone.start(assembly);
});
afterAll(async () => {
  await zone?.stop();
  await issuer?.stop();
});

const now = Math.floor(Date.now() / 1000);
const claimsWith = (own: Record<string, unknown> = {}) => ({
  iss: issuer.url,
  aud: 'mini-audience',
  scope: 'member',
  iat: now,
  exp: now + 600,
  ...own,
});
const bearing = (token: string, path = '/member') => zone.call(path, { headers: { authorization: `Bearer ${token}` } });

describe('a route that asks for a token', () => {
  it('asks the issuer again where it gave no answer at first', async () => {
    issuer.available = false;
    expect((await bearing(await issuer.sign(claimsWith()))).status).toBe(401);
    issuer.available = true;
    expect((await bearing(await issuer.sign(claimsWith()))).status).toBe(200);
  });

  it('hands on the claims as text, and the scopes of the route', async () => {
    const token = await issuer.sign(claimsWith({ groups: ['a', 'b'], flag: true }));
    const { jwt } = Authorizer.parse(await (await bearing(token)).json());
    expect(jwt.claims).toMatchObject({ exp: String(now + 600), groups: '[a b]', flag: 'true' });
    expect(jwt.scopes).toEqual(['member', 'operator']);
  });

  it('needs no scope where the route names none', async () => {
    const answer = await bearing(await issuer.sign(claimsWith({ scope: undefined })), '/anyone');
    expect(answer.status).toBe(200);
    expect(Authorizer.parse(await answer.json()).jwt.scopes).toBeNull();
  });

  it('answers 403 to a good token with another scope', async () => {
    const answer = await bearing(await issuer.sign(claimsWith()), '/operator');
    expect([answer.status, await answer.json()]).toEqual([403, { message: 'Forbidden' }]);
  });

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['an empty header', { authorization: '' }],
    ['a scheme alone', { authorization: 'Bearer' }],
    ['what is no token', { authorization: 'Bearer a.b.c' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
  ])('answers 401 to %s', async (_, headers) => {
    for (const path of ['/member', '/anyone']) {
      const answer = await zone.call(path, { headers });
      expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  // Each is signed with the issuer's key, so that what is said of it is all that is wrong with it.
  it.each<[string, number, Record<string, unknown>]>([
    ['nothing wrong', 200, {}],
    ['the audience among others', 200, { aud: ['other', 'mini-audience'] }],
    ['client_id in place of aud', 200, { aud: undefined, client_id: 'mini-audience' }],
    ['scp in place of scope', 200, { scope: undefined, scp: ['member'] }],
    ['several scopes', 200, { scope: 'reader member' }],
    ['an end in the past', 401, { exp: now - 5 }],
    ['no end', 401, { exp: undefined }],
    ['a beginning in the future', 401, { nbf: now + 300 }],
    ['an issue in the future', 401, { iat: now + 300 }],
    ['another audience', 401, { aud: 'other' }],
    ['another audience, though client_id is ours', 401, { aud: 'other', client_id: 'mini-audience' }],
    ['no audience', 401, { aud: undefined }],
    ['another issuer', 401, { iss: 'http://127.0.0.1:1' }],
    ['no issuer', 401, { iss: undefined }],
    ['no scope', 403, { scope: undefined }],
    ['a scope that only begins alike', 403, { scope: 'members' }],
  ])('to a token with %s it answers %i', async (_, status, own) => {
    expect((await bearing(await issuer.sign(claimsWith(own)))).status).toBe(status);
  });
});

describe('a forged token is answered with 401:', () => {
  const ours = () => ({ alg: 'RS256', kid: issuer.keyId });

  it.each<[string, () => Promise<string> | string]>([
    ['without a signature', () => new UnsecuredJWT(claimsWith()).encode()],
    ['without a key id', () => issuer.sign(claimsWith(), {})],
    ['with an unknown key id', () => issuer.sign(claimsWith(), { kid: 'unknown' })],
    [
      'of another key under the id of ours',
      async () =>
        new SignJWT(claimsWith()).setProtectedHeader(ours()).sign((await generateKeyPair('RS256')).privateKey),
    ],
    [
      'with the public key as a password',
      () =>
        new SignJWT(claimsWith())
          .setProtectedHeader({ ...ours(), alg: 'HS256' })
          .sign(new TextEncoder().encode(issuer.publicKeyText)),
    ],
    [
      'with claims that were changed after it was signed',
      async () => {
        const [header, , signature] = (await issuer.sign(claimsWith())).split('.');
        const changed = Buffer.from(JSON.stringify(claimsWith({ scope: 'operator' }))).toString('base64url');
        return [header, changed, signature].join('.');
      },
    ],
  ])('%s', async (_, make) => {
    expect((await bearing(await make())).status).toBe(401);
  });
});

import { expect, it, vi } from 'vitest';
import { standardNames } from '../../domain/access/token-names.ts';
import { OrganizationId } from '../../domain/ids.ts';
import { secondsOf } from '../../domain/time.ts';
import { makeLogger } from '../../functions/_runtime/logger.ts';
import { sessionToken } from '../../functions/_sessions/session.ts';
import { personIn } from '../../functions/sign-in/person-in.ts';
import { signIn } from '../../functions/sign-in/sign-in.ts';
import { now } from '../builders/moment.ts';
import { keysOf, newKey } from '../links/keys.ts';
import { httpEvent } from './lambda-events.ts';

const organizationId = OrganizationId.parse('org-buyer');
const keys = keysOf(newKey);
const sentBack = { body: {}, language: 'en', organization: '', scope: '' };

/** The session of somebody whose token is over in so many seconds. */
async function sessionFor(seconds: number) {
  const logger = makeLogger('test');
  vi.spyOn(logger, 'info').mockReturnValue();
  const answer = signIn({
    logger,
    clock: () => now,
    zone: { name: { zh: '试点区', en: 'Pilot zone' } },
    publicBaseUrl: 'https://zone.example',
    keys,
    issuer: {
      begin: async () => ({ address: 'https://id.example', state: 's', nonce: 'n', verifier: 'v' }),
      finish: async () => ({ organizationId, as: 'member', caller: 'person-1', exp: secondsOf(now) + seconds }),
    },
  });
  const cookieIn = (cookies: readonly string[] | undefined) => cookies?.[0] ?? expect.fail('no cookie');
  const begun = cookieIn((await answer(httpEvent('GET /v1/sign-in', sentBack))).cookies);
  const [cookie = ''] = begun.split(';');
  const returned = await answer({ ...httpEvent('GET /v1/sign-in/return', sentBack), cookies: [cookie] });
  const set = cookieIn(returned.cookies);
  const [, token = '', age] =
    /^__Host-zonematch-session=([^;]*); Path=\/; Max-Age=(\d+); HttpOnly; SameSite=Lax; Secure$/.exec(set) ?? [];
  return { said: await sessionToken.read(token, keys, now), age: Number(age) };
}

it.each([
  ['a quarter of an hour', 3600, 900],
  ['as long as the token, where that is less', 60, 60],
])('a session lasts %s', async (_, token, seconds) => {
  expect(await sessionFor(token)).toEqual({
    said: { organizationId, caller: 'person-1', exp: secondsOf(now) + seconds },
    age: seconds,
  });
});

const token = { org_id: 'org-buyer', scope: 'openid member', sub: 'person-1' };
const person = { organizationId, caller: 'person-1', exp: 5 };

it('a token that never ends names nobody', () => {
  expect(personIn({ ...token, exp: 5 }, standardNames, 'member')).toEqual({ ...person, as: 'member' });
  expect(personIn(token, standardNames, 'member')).toBeUndefined();
});

it('a token makes an operator where it says so, that was asked for, and somebody answers for it', () => {
  const both = { ...token, scope: 'member operator', exp: 5 };
  expect(personIn(both, standardNames, 'operator')).toEqual({ ...person, as: 'operator' });
  expect(personIn(both, standardNames, 'member')).toEqual({ ...person, as: 'member' });
  expect(personIn({ ...token, exp: 5 }, standardNames, 'operator')).toEqual({ ...person, as: 'member' });
  expect(personIn({ ...both, scope: 'operator' }, standardNames, 'member')).toBeUndefined();
  const { sub: _, ...nobody } = both;
  expect(personIn({ ...nobody, scope: 'operator' }, standardNames, 'operator')).toBeUndefined();
});

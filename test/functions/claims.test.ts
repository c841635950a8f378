import { describe, expect, it } from 'vitest';
import type { TokenNames } from '../../domain/access/token-names.ts';
import { isOperator, memberOf, operatorOf } from '../../functions/_runtime/caller.ts';
import { standardClaims } from '../../functions/_runtime/standard-claims.ts';
import { httpEvent } from './lambda-events.ts';

/** As a Cognito user pool names scopes, with the organization in a claim of the zone's own. */
const names: TokenNames = {
  claims: { organization: 'custom:enterprise', subject: 'sub', client: 'client_id', scope: 'scp' },
  scopes: { member: 'zonematch/member', operator: 'zonematch/operator' },
};

async function asked(claims: Record<string, string>) {
  const event = httpEvent('GET /v1/offers', { body: {}, language: 'en', organization: 'org-x', scope: '' });
  event.requestContext.authorizer.jwt.claims = claims;
  await standardClaims(names).before?.({ event, context: {} as never, response: null, error: null, internal: {} });
  return event;
}

describe('the claims of a token', () => {
  it('are read by the names that the zone gives them', async () => {
    const event = await asked({ 'custom:enterprise': 'org-a', scp: 'openid zonematch/member', sub: 'person-1' });
    expect(memberOf(event)).toMatchObject({ organization: 'org-a', caller: 'person-1' });
  });

  it('may come as a list', async () => {
    const event = await asked({ 'custom:enterprise': 'org-z', scp: '[openid zonematch/operator]', client_id: 'desk' });
    expect(operatorOf(event)).toMatchObject({ organization: 'org-z', caller: 'desk' });
    expect(isOperator(event)).toBe(true);
  });

  it.each([
    ['an organization under the standard name', { org_id: 'org-b', scp: 'zonematch/member' }, 'no-organization'],
    ['a list of organizations', { 'custom:enterprise': '[org-a org-b]', scp: 'zonematch/member' }, 'no-organization'],
    [
      'two organizations in one text',
      { 'custom:enterprise': 'org-a org-b', scp: 'zonematch/member' },
      'no-organization',
    ],
    ['a key for an organization', { 'custom:enterprise': 'org-a#offer', scp: 'zonematch/member' }, 'no-organization'],
    ['scopes under the standard name', { 'custom:enterprise': 'org-a', scope: 'zonematch/member' }, 'wrong-scope'],
    ['a scope by the standard name', { 'custom:enterprise': 'org-a', scp: 'member' }, 'wrong-scope'],
    ['a scope that only begins so', { 'custom:enterprise': 'org-a', scp: 'zonematch/members' }, 'wrong-scope'],
    ['the scope of the operator', { 'custom:enterprise': 'org-a', scp: 'zonematch/operator' }, 'wrong-scope'],
  ])('make nobody a member by %s', async (_, claims: Record<string, string>, problem) => {
    const event = await asked(claims);
    expect(() => memberOf(event)).toThrow(problem);
  });

  it('make nobody the operator by the standard names', async () => {
    const event = await asked({ 'custom:enterprise': 'org-a', org_id: 'org-a', scope: 'operator', scp: 'operator' });
    expect(isOperator(event)).toBe(false);
    expect(() => operatorOf(event)).toThrow('wrong-scope');
  });
});

import type { MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import { standardNames, type TokenNames } from '../../domain/access/token-names.ts';
import type { HttpAnswer } from './http-answer.ts';
import type { HttpEvent } from './http-request.ts';

type Claims = HttpEvent['requestContext']['authorizer']['jwt']['claims'];

/** A claim as text: API Gateway hands a list on as `[a b]`. */
const textOf = (claim: Claims[string] | undefined): string | undefined =>
  claim === undefined ? undefined : String(claim).replace(/^\[(.*)\]$/, '$1');

/** The scopes of a token that mean anything here, by their standard names. */
function scopesOf(text: string, scopes: TokenNames['scopes']): string {
  const held = text.split(' ');
  const known = [
    [scopes.member, standardNames.scopes.member],
    [scopes.operator, standardNames.scopes.operator],
  ] as const;
  return known.flatMap(([name, standard]) => (held.includes(name) ? [standard] : [])).join(' ');
}

/** The claims by their standard names. What the zone's issuer names otherwise counts for nothing, even under a standard name. */
export function standardOf(claims: Claims, { claims: names, scopes }: TokenNames): Claims {
  const { organization, subject, client, scope } = standardNames.claims;
  const given = [
    [organization, claims[names.organization]],
    [subject, claims[names.subject]],
    [client, claims[names.client]],
    [scope, scopesOf(textOf(claims[names.scope]) ?? '', scopes)],
  ] as const;
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Reads the token as the zone's issuer writes it: from here on its claims have their standard names, and no others are left. */
export function standardClaims(names: TokenNames): MiddlewareObj<HttpEvent, HttpAnswer, Error, Context> {
  return {
    before: ({ event: { requestContext } }) => {
      const jwt = requestContext.authorizer?.jwt;
      if (jwt) jwt.claims = standardOf(jwt.claims, names);
    },
  };
}

import type { JWTPayload } from 'jose';
import type { TokenNames } from '../../domain/access/token-names.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { readClaims } from '../_runtime/caller.ts';
import { standardOf } from '../_runtime/standard-claims.ts';

/** Somebody at an enterprise, or the operator, as a token names it, and when that ends: seconds since 1970. */
export type Person = {
  readonly organizationId: OrganizationId;
  readonly as: 'member' | 'operator';
  readonly caller: string | undefined;
  readonly exp: number;
};

/** A claim as API Gateway hands it on: a list in brackets. */
const asText = (value: unknown): string => (Array.isArray(value) ? `[${value.join(' ')}]` : String(value));

/**
 * Whom a token names, by the very claims that the API reads; undefined where it names nobody, or for ever. The operator is
 * one only where that was asked for, and where somebody answers for what it does.
 */
export function personIn(payload: JWTPayload, names: TokenNames, asked: Person['as']): Person | undefined {
  const claims = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)]));
  const { org_id: organizationId, scope, sub, client_id } = readClaims(standardOf(claims, names));
  const { exp } = payload;
  const caller = sub ?? client_id;
  const scopes = scope.split(' ');
  if (!organizationId || exp === undefined) return undefined;
  if (asked === 'operator' && scopes.includes('operator') && caller !== undefined)
    return { organizationId, as: 'operator', caller, exp };
  return scopes.includes('member') ? { organizationId, as: 'member', caller, exp } : undefined;
}

import type { JWTPayload } from 'jose';
import type { TokenNames } from '../../domain/access/token-names.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { readClaims } from '../_runtime/caller.ts';
import { standardOf } from '../_runtime/standard-claims.ts';

/** Somebody at an enterprise, as a token names it, and when that ends: seconds since 1970. */
export type Member = {
  readonly organizationId: OrganizationId;
  readonly caller: string | undefined;
  readonly exp: number;
};

/** A claim as API Gateway hands it on: a list in brackets. */
const asText = (value: unknown): string => (Array.isArray(value) ? `[${value.join(' ')}]` : String(value));

/** The member that a token names, by the very claims that the API reads; undefined where it names none, or for ever. */
export function memberIn(payload: JWTPayload, names: TokenNames): Member | undefined {
  const claims = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asText(value)]));
  const { org_id: organizationId, scope, sub, client_id } = readClaims(standardOf(claims, names));
  const { exp } = payload;
  if (!organizationId || !scope.split(' ').includes('member') || exp === undefined) return undefined;
  return { organizationId, caller: sub ?? client_id, exp };
}

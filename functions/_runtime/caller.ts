import * as z from 'zod';
import { type MemberAccess, memberAccess, type OperatorAccess, operatorAccess } from '../../domain/access/access.ts';
import { OrganizationId } from '../../domain/ids.ts';
import type { HttpEvent } from './http-request.ts';
import { Problem } from './problem.ts';

const Claims = z.object({
  org_id: OrganizationId.optional().catch(undefined),
  scope: z.string().default(''),
  // What cannot be a name (OpenID Connect Core, 2: at most 255 characters) names nobody, and spoils no other claim.
  sub: z.string().min(1).max(255).optional().catch(undefined),
  client_id: z.string().min(1).max(255).optional().catch(undefined),
});

/** What a token says of who calls, by the standard names of claims. */
export function readClaims(claims: unknown): z.infer<typeof Claims> {
  const parsed = Claims.safeParse(claims);
  return parsed.success ? parsed.data : { scope: '' };
}

const claimsOf = (event: HttpEvent): z.infer<typeof Claims> =>
  readClaims(event.requestContext.authorizer?.jwt?.claims ?? {});

const hasScope = (event: HttpEvent, scope: string): boolean => claimsOf(event).scope.split(' ').includes(scope);

function requireScope(event: HttpEvent, scope: string): void {
  if (hasScope(event, scope)) return;
  throw new Problem('wrong-scope', { zh: `此操作需要权限范围 ${scope}。`, en: `This needs the scope “${scope}”.` });
}

function requireOrganization(event: HttpEvent): OrganizationId {
  const { org_id } = claimsOf(event);
  if (org_id) return org_id;
  throw new Problem('no-organization', {
    zh: '访问令牌中没有有效的 org_id，请联系身份提供方。',
    en: 'The access token has no valid org_id claim; ask your identity provider.',
  });
}

/** Who calls, as the identity provider names it (RFC 9068, 2.2): the token's subject, else its client. */
function callerOf(event: HttpEvent): string | undefined {
  const { sub, client_id } = claimsOf(event);
  return sub ?? client_id;
}

const originOf = ({ requestContext: { requestId, http } }: HttpEvent) => ({ requestId, address: http.sourceIp });

/** The access of a member of an organization. Throws a 403 problem where the token names none or lacks the scope. */
export function memberOf(event: HttpEvent): MemberAccess {
  requireScope(event, 'member');
  return memberAccess({
    organization: requireOrganization(event),
    caller: callerOf(event),
    from: originOf(event),
  });
}

/**
 * The access of the operator; the gateway has checked the scope before. Throws a 403 problem for anyone else, and where the
 * token names no organization or nobody who answers for what is done.
 */
export function operatorOf(event: HttpEvent): OperatorAccess {
  requireScope(event, 'operator');
  const organization = requireOrganization(event);
  const caller = callerOf(event);
  if (caller !== undefined) return operatorAccess({ organization, caller, from: originOf(event) });
  throw new Problem('no-subject', {
    zh: '访问令牌中没有 sub，无法记录由何人操作，请联系身份提供方。',
    en: 'The access token has no sub claim, so that nobody could say who did this; ask your identity provider.',
  });
}

/** Whether the caller is an operator, on a route that is open to members too. */
export const isOperator = (event: HttpEvent): boolean => hasScope(event, 'operator');

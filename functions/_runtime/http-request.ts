import { Buffer } from 'node:buffer';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { z } from 'zod';
import { OrganizationId } from '../../domain/ids.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { fieldErrors, withInput } from './field-errors.ts';
import { localeOf } from './locale.ts';
import { Problem } from './problem.ts';

export type HttpEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/** A request's largest body, in bytes: 256 KiB. */
const largestBody = 256 * 1024;

const Claims = z.object({
  org_id: OrganizationId.optional(),
  scope: z.string().default(''),
  // What cannot be a name (OpenID Connect Core, 2: at most 255 characters) names nobody, and spoils no other claim.
  sub: z.string().min(1).max(255).optional().catch(undefined),
  client_id: z.string().min(1).max(255).optional().catch(undefined),
});

function claimsOf(event: HttpEvent): z.infer<typeof Claims> {
  const parsed = Claims.safeParse(event.requestContext.authorizer?.jwt?.claims ?? {});
  return parsed.success ? parsed.data : { scope: '' };
}

/** The language of the answer. */
export const requestLocale = (event: HttpEvent): Locale => localeOf(event.headers['accept-language']);

/** The organization that the caller speaks for. Throws a 403 problem where the token names none or lacks the scope. */
export function requireMember(event: HttpEvent): OrganizationId {
  requireScope(event, 'member');
  const { org_id } = claimsOf(event);
  if (org_id) return org_id;
  throw new Problem('no-organization', {
    zh: '访问令牌中没有有效的 org_id，请联系身份提供方。',
    en: 'The access token has no valid org_id claim; ask your identity provider.',
  });
}

/**
 * Who calls, as the identity provider names it (RFC 9068, 2.2): the token's subject, else its client. Throws a 403 problem
 * where the token names neither.
 */
export function requireCaller(event: HttpEvent): string {
  const { sub, client_id } = claimsOf(event);
  const name = sub ?? client_id;
  if (name !== undefined) return name;
  throw new Problem('no-subject', {
    zh: '访问令牌中没有 sub，无法记录由何人决定，请联系身份提供方。',
    en: 'The access token has no sub claim, so that nobody could say who decided; ask your identity provider.',
  });
}

/** Lets operators through. Throws a 403 problem for anyone else; the gateway has checked the same before. */
export function requireOperator(event: HttpEvent): void {
  requireScope(event, 'operator');
}

/** Whether the caller is an operator, on a route that is open to members too. */
export const isOperator = (event: HttpEvent): boolean => hasScope(event, 'operator');

const hasScope = (event: HttpEvent, scope: string): boolean => claimsOf(event).scope.split(' ').includes(scope);

function requireScope(event: HttpEvent, scope: string): void {
  if (hasScope(event, scope)) return;
  throw new Problem('wrong-scope', { zh: `此操作需要权限范围 ${scope}。`, en: `This needs the scope “${scope}”.` });
}

/** The body as text, at most 256 KiB of it. Throws a 413 or 415 problem. */
export function bodyText(event: HttpEvent): string {
  const type = event.headers['content-type'] ?? 'application/json';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new Problem('not-json', { zh: '仅接受 application/json。', en: 'Only application/json is accepted.' });
  }
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > largestBody) {
    throw new Problem('too-large', { zh: '请求体不得超过 256 KiB。', en: 'A body may have at most 256 KiB.' });
  }
  return bytes.toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('invalid-json', {
      zh: '无法将请求体解析为 JSON。',
      en: 'The body could not be read as JSON.',
    });
  }
}

/** The body, parsed. Throws a problem: 400 no JSON, 413 too large, 415 not JSON by its type, 422 with one error a field. */
export function readBody<T extends z.ZodType>(event: HttpEvent, schema: T): z.infer<T> {
  const parsed = schema.safeParse(parseJson(bodyText(event)), withInput);
  if (parsed.success) return parsed.data;
  throw new Problem(
    'invalid-fields',
    { zh: '请按 errors 中的说明修改后重新提交。', en: 'Mend what errors names and send again.' },
    fieldErrors(parsed.error),
  );
}

/** Query parameters or headers, parsed. Throws a 400 problem with one error a parameter. */
export function readParameters<T extends z.ZodType>(
  parameters: Record<string, string | undefined> | undefined,
  schema: T,
): z.infer<T> {
  const parsed = schema.safeParse(parameters ?? {}, withInput);
  if (parsed.success) return parsed.data;
  throw new Problem(
    'invalid-parameter',
    { zh: '请按 errors 中的说明修改参数。', en: 'Mend the parameters that errors names.' },
    fieldErrors(parsed.error),
  );
}

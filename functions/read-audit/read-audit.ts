import { AuditQuery } from '../_requests/audit-query.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readParameters } from '../_runtime/http-request.ts';
import { Problem } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/** Either the one or the other. */
function listOf({ subject, organization }: AuditQuery) {
  if (subject !== undefined && organization === undefined) return { subject };
  if (organization !== undefined && subject === undefined) return { organization };
  throw new Problem('invalid-parameter', {
    zh: '请给出 subject（条目、匹配或机构的编号）或 organization 之一。',
    en: 'Give one of subject (the id of a listing, a match or an organization) and organization.',
  });
}

/** What was done to a thing and shown of it, or what an organization did and was shown, newest first: for the operator. */
export const readAudit =
  ({ audit, clock, entries }: Omit<Deps, 'logger'>) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = operatorOf(event);
    const query = readParameters(event.queryStringParameters, AuditQuery);
    const list = listOf(query);
    const { limit, cursor } = query;
    const page = await entries.page(access, list, { limit, ...(cursor && { after: cursor }) });
    const subject = 'subject' in list ? list.subject : list.organization;
    await audit.record(access, [{ subject, at: clock(), act: 'audit-read' }]);
    return jsonAnswer(200, page);
  };

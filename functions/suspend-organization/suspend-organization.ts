import { reinstateOrganization, suspendOrganization } from '../../domain/organization/lifecycle.ts';
import { organizationAnswer, organizationIdIn } from '../_organizations/organization-answer.ts';
import { erased } from '../_organizations/standing.ts';
import { SuspensionNote } from '../_requests/suspension-note.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { etagOf, type HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readBody } from '../_runtime/http-request.ts';
import { checkIfMatch, versionConflict } from '../_runtime/if-match.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/**
 * The operator takes an organization out of the market, or lets it in again; done twice is done once. Its listings are
 * judged anew by either: its matches end, and come back.
 */
export const suspendOrganizations =
  ({ clock, logger, reader, writer }: Deps) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = operatorOf(event);
    const id = organizationIdIn(event.pathParameters);
    const isOut = event.routeKey.startsWith('PUT ');
    const note = isOut ? readBody(event, SuspensionNote).note : '';
    const before = await reader.get(access, id);
    if (!before) throw notFound();
    if (before.erasedAt) throw erased();
    checkIfMatch(event.headers['if-match'] ?? '*', etagOf(before.version));
    const after = isOut ? suspendOrganization(before, note, clock()) : reinstateOrganization(before, clock());
    if (after === before) return organizationAnswer(200, before);
    const act = isOut ? 'organization-suspended' : 'organization-reinstated';
    if (!(await writer.put(access, after, act))) throw versionConflict();
    logger.info('standing changed', { organizationId: id, version: after.version, isOut });
    return organizationAnswer(200, after);
  };

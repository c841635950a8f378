import type { MemberAccess, OperatorAccess } from '../../domain/access/access.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { describe, verify } from '../../domain/organization/lifecycle.ts';
import {
  type Organization,
  OrganizationInput,
  OrganizationProfileInput,
} from '../../domain/organization/organization.ts';
import { organizationAnswer, organizationIdIn } from '../_organizations/organization-answer.ts';
import { erased, suspended } from '../_organizations/standing.ts';
import { memberOf, operatorOf } from '../_runtime/caller.ts';
import { etagOf, type HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readBody } from '../_runtime/http-request.ts';
import { checkIfMatch, versionConflict } from '../_runtime/if-match.ts';
import type { Deps } from './deps.ts';

type Change = {
  readonly access: MemberAccess | OperatorAccess;
  readonly id: OrganizationId;
  readonly next: (before: Organization | undefined) => Organization;
};

/** A member describes its own organization; the operator puts the whole record of any, with what it verified. */
export const keepOrganization = ({ clock, countRequest, reader, writer }: Omit<Deps, 'logger'>) => {
  async function ownChange(event: HttpEvent): Promise<Change> {
    const access = memberOf(event);
    await countRequest(access);
    const id = access.organization;
    const input = readBody(event, OrganizationProfileInput);
    return { access, id, next: (before) => describe(id, input, before, clock()) };
  }

  function operatorChange(event: HttpEvent): Change {
    const access = operatorOf(event);
    const id = organizationIdIn(event.pathParameters);
    const input = readBody(event, OrganizationInput);
    return { access, id, next: (before) => verify(id, input, before, clock()) };
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const isOwn = event.routeKey === 'PUT /v1/organization';
    const change = isOwn ? await ownChange(event) : operatorChange(event);
    const before = await reader.get(change.access, change.id);
    // Of an organization whose data was deleted nothing new comes on record, by its old tokens or by a slip of the operator.
    if (before?.erasedAt) throw isOwn ? suspended() : erased();
    const ifMatch = event.headers['if-match'];
    if (ifMatch !== undefined) checkIfMatch(ifMatch, etagOf(before?.version ?? 0));
    const organization = change.next(before);
    if (!(await writer.put(change.access, organization))) throw versionConflict();
    return organizationAnswer(before ? 200 : 201, organization);
  };
};

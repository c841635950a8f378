import type { OrganizationId } from '../../domain/ids.ts';
import { organizationAnswer, organizationIdIn } from '../_organizations/organization-answer.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requireMember, requireOperator } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

function wantedId(event: HttpEvent): OrganizationId {
  if (event.routeKey === 'GET /v1/organization') return requireMember(event);
  requireOperator(event);
  return organizationIdIn(event.pathParameters);
}

/** A member reads its own organization, the operator any. */
export const readOrganizations =
  ({ organizations }: Pick<Deps, 'organizations'>) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const organization = await organizations.get(wantedId(event));
    if (!organization) throw notFound();
    return organizationAnswer(200, organization);
  };

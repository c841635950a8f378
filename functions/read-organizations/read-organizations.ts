import { organizationAnswer, organizationIdIn } from '../_organizations/organization-answer.ts';
import { memberOf, operatorOf } from '../_runtime/caller.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/** A member reads its own organization, the operator any. */
export const readOrganizations = ({ audit, clock, organizations }: Omit<Deps, 'logger'>) => {
  async function readOwn(event: HttpEvent): Promise<HttpAnswer> {
    const access = memberOf(event);
    const organization = await organizations.get(access, access.organization);
    if (!organization) throw notFound();
    return organizationAnswer(200, organization);
  }

  async function readAny(event: HttpEvent): Promise<HttpAnswer> {
    const access = operatorOf(event);
    const organization = await organizations.get(access, organizationIdIn(event.pathParameters));
    if (!organization) throw notFound();
    const { id: subject, version } = organization;
    await audit.record(access, [{ subject, version, at: clock(), act: 'organization-read' }]);
    return organizationAnswer(200, organization);
  }

  return (event: HttpEvent): Promise<HttpAnswer> =>
    event.routeKey === 'GET /v1/organization' ? readOwn(event) : readAny(event);
};

import { organizationIdIn } from '../_organizations/organization-answer.ts';
import { ExportQuery } from '../_requests/export-query.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readParameters } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';
import type { exportOrganization } from './export-organization.ts';

/** GET of what is kept of an organization, page after page. */
export const exportRoute =
  ({ begin, goOn }: ReturnType<typeof exportOrganization>) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = operatorOf(event);
    const id = organizationIdIn(event.pathParameters);
    const { cursor } = readParameters(event.queryStringParameters, ExportQuery);
    const page = cursor === undefined ? await begin(access, id) : await goOn(access, id, cursor);
    if (!page) throw notFound();
    return jsonAnswer(200, page);
  };

import { organizationIdIn } from '../_organizations/organization-answer.ts';
import { DeletionRequest } from '../_requests/deletion-request.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readBody } from '../_runtime/http-request.ts';
import { notFound, Problem } from '../_runtime/problem.ts';
import type { deleteOrganization } from './delete-organization.ts';

const notOfExport = {
  zh: 'export 不是本区就该机构的导出所作的声明。',
  en: 'export is not what this zone has said of an export of this organization.',
};

/** POST goes on with a deletion, and answers how far it is: asked again until it is done. */
export const deletionRoute =
  ({ exported, erase }: ReturnType<typeof deleteOrganization>) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = operatorOf(event);
    const id = organizationIdIn(event.pathParameters);
    const request = readBody(event, DeletionRequest);
    const before = request.export === undefined ? undefined : await exported(id, request.export);
    if (request.export !== undefined && !before) {
      throw new Problem('invalid-fields', notOfExport, [
        { pointer: '/export', code: 'unknown-statement', detail: notOfExport },
      ]);
    }
    const deletion = await erase(access, id, request, before);
    if (!deletion) throw notFound();
    return jsonAnswer(200, deletion);
  };

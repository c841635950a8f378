import type { MemberAccess } from '../../domain/access/access.ts';
import type { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
import { Problem } from '../_runtime/problem.ts';
import type { CountRequest } from '../_runtime/request-rate.ts';

type Organizations = Pick<ReturnType<typeof makeOrganizationReader>, 'get'>;

/** What an organization is told that may not do this now. */
export const suspended = (): Problem =>
  new Problem('suspended', {
    zh: '运营方已暂停贵机构，原因见 GET /v1/organization 的 suspension。',
    en: 'The operator has suspended your organization; suspension in GET /v1/organization says why.',
  });

/** What the operator is told that would have one come back whose data was deleted: a second deletion would find nothing to do. */
export const erased = (): Problem =>
  new Problem('suspended', {
    zh: '该机构的数据已删除，不可恢复；请以新的机构编号登记。',
    en: 'The data of this organization was deleted, and there is no way back: record it under another id.',
  });

/**
 * Counts a request, and refuses what an organization may not do while the operator has it suspended, by throwing a 403
 * problem. What slips through in that very moment is found by nobody: judging knows of it, too.
 */
export const admitting =
  (count: CountRequest, organizations: Organizations): CountRequest =>
  async (access: MemberAccess): Promise<void> => {
    await count(access);
    const organization = await organizations.get(access, access.organization);
    if (!organization?.suspension) return;
    throw suspended();
  };

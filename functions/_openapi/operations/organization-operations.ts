import * as z from 'zod';
import { OrganizationId } from '../../../domain/ids.ts';
import { AuditQuery } from '../../_requests/audit-query.ts';
import { auditPage, organization, organizationInput, organizationProfile } from '../examples/organizations.ts';
import type { Answer, Operation } from '../operation.ts';

const pathParameters = z.strictObject({ id: OrganizationId });
const read: Answer = {
  status: 200,
  means: { zh: '该机构。', en: 'The organization.' },
  body: 'Organization',
  example: organization,
  headers: ['ETag'],
};
const kept: readonly Answer[] = [
  read,
  { ...read, status: 201, means: { zh: '新机构。', en: 'The new organization.' } },
];

export const organizationOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v1/organization',
    access: 'member',
    id: 'readOwnOrganization',
    tag: 'Organizations',
    summary: { zh: '读取本机构', en: 'Read your organization' },
    answers: [read],
    problems: ['not-found'],
  },
  {
    method: 'PUT',
    path: '/v1/organization',
    access: 'member',
    id: 'describeOwnOrganization',
    tag: 'Organizations',
    summary: { zh: '填写本机构', en: 'Describe your organization' },
    ifMatch: 'heeded',
    counted: true,
    body: 'OrganizationProfileInput',
    bodyExample: organizationProfile,
    answers: kept,
    problems: ['suspended'],
  },
  {
    method: 'GET',
    path: '/v1/organizations/{id}',
    access: 'operator',
    id: 'readOrganization',
    tag: 'Organizations',
    summary: { zh: '读取任一机构', en: 'Read any organization' },
    pathParameters,
    answers: [read],
  },
  {
    method: 'PUT',
    path: '/v1/organizations/{id}',
    access: 'operator',
    id: 'verifyOrganization',
    tag: 'Organizations',
    summary: { zh: '登记核验结果', en: 'Put an organization with what was verified' },
    pathParameters,
    ifMatch: 'heeded',
    body: 'OrganizationInput',
    bodyExample: organizationInput,
    answers: kept,
    problems: ['suspended'],
  },
  {
    method: 'PUT',
    path: '/v1/organizations/{id}/suspension',
    access: 'operator',
    id: 'suspendOrganization',
    tag: 'Organizations',
    summary: {
      zh: '暂停一家机构：其条目不再展示，匹配结束',
      en: 'Take an organization out of the market: nobody finds its listings, and its matches end',
    },
    pathParameters,
    ifMatch: 'heeded',
    body: 'SuspensionNote',
    bodyExample: { note: 'Send the extract from the register.' },
    answers: [read],
    problems: ['suspended'],
  },
  {
    method: 'DELETE',
    path: '/v1/organizations/{id}/suspension',
    access: 'operator',
    id: 'reinstateOrganization',
    tag: 'Organizations',
    summary: { zh: '恢复一家机构', en: 'Let an organization in again' },
    pathParameters,
    ifMatch: 'heeded',
    answers: [read],
    problems: ['suspended'],
  },
  {
    method: 'GET',
    path: '/v1/audit',
    access: 'operator',
    id: 'readAudit',
    tag: 'Audit',
    summary: { zh: '审计记录', en: 'Who did what, and who was shown what' },
    query: AuditQuery,
    answers: [
      {
        status: 200,
        means: { zh: '一页，新者在前。', en: 'A page of it, newest first.' },
        body: 'AuditPage',
        example: auditPage,
      },
    ],
  },
];

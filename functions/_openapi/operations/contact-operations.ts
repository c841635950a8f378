import * as z from 'zod';
import { OrganizationId } from '../../../domain/ids.ts';
import { LinkQuery } from '../../_requests/link-query.ts';
import { page } from '../answers/html-page.ts';
import { confirmationForm, invitations } from '../examples/organizations.ts';
import type { Answer, Operation } from '../operation.ts';

const tag = 'Contacts';

const told: Answer = {
  status: 200,
  means: {
    zh: '未确认的联系人，各自的邀请状态。',
    en: 'Each contact that is not confirmed, and how its invitation stands.',
  },
  body: 'InvitationsAnswer',
  example: invitations,
};

/** What a page says where the link means nothing that could be answered. */
const messages: readonly Answer[] = [
  page(404, '此链接无效。', 'The link is not valid.'),
  page(410, '此链接已使用或已过期。', 'The link was used, or has expired.'),
  page(500, '暂时无法处理。', 'Not possible right now.'),
];

/** Contacts that are invited, and the page on which they answer: it needs no token but the link's. */
export const contactOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v1/organization/invitations',
    access: 'member',
    id: 'readOwnInvitations',
    tag,
    summary: { zh: '本机构联系人的邀请', en: 'How the invitations of one’s own contacts stand' },
    answers: [told],
    problems: ['not-found'],
  },
  {
    method: 'GET',
    path: '/v1/organizations/{id}/invitations',
    access: 'operator',
    id: 'readInvitations',
    tag,
    summary: { zh: '任一机构联系人的邀请', en: 'How the invitations of any organization’s contacts stand' },
    pathParameters: z.strictObject({ id: OrganizationId }),
    answers: [told],
  },
  {
    method: 'GET',
    path: '/v1/contact-confirmation',
    access: 'open',
    id: 'showInvitation',
    tag,
    summary: {
      zh: '邀请页面；查看不改变任何内容',
      en: 'The page behind an invitation’s link; looking at it changes nothing',
    },
    query: LinkQuery,
    isPage: true,
    answers: [page(200, '是否同意接收。', 'Asks whether mails are welcome.'), ...messages],
  },
  {
    method: 'POST',
    path: '/v1/contact-confirmation',
    access: 'open',
    id: 'answerInvitation',
    tag,
    summary: { zh: '答复邀请，仅一次', en: 'Answers an invitation, once' },
    body: 'ConfirmationForm',
    bodyExample: confirmationForm,
    isForm: true,
    isPage: true,
    answers: [page(200, '已记录答复。', 'The answer is recorded.'), ...messages],
  },
];

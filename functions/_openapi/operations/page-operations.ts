import { LinkQuery } from '../../_requests/link-query.ts';
import { page } from '../answers/html-page.ts';
import { preferencesForm, unsubscribeForm } from '../examples/organizations.ts';
import type { Answer, Operation } from '../operation.ts';

const tag = 'Mails';

const failed = page(500, '暂时无法处理。', 'Not possible right now.');

/** What a page says to whoever has no valid link. */
const troubles: readonly Answer[] = [
  page(404, '此链接无效。', 'The link is not valid.'),
  page(410, '此链接已过期，或不再有邮件。', 'The link has expired, or no mails are sent any more.'),
  failed,
];

/** The pages behind the links of mails: each needs no token but the link's. */
export const pageOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v1/unsubscribe',
    access: 'open',
    id: 'askUnsubscribe',
    tag,
    summary: {
      zh: '停止某类邮件的页面；查看不改变任何内容',
      en: 'The page that ends mails; looking at it changes nothing',
    },
    query: LinkQuery,
    isPage: true,
    answers: [page(200, '是否停止。', 'Asks whether they are to end.'), ...troubles],
  },
  {
    method: 'POST',
    path: '/v1/unsubscribe',
    access: 'open',
    id: 'unsubscribe',
    tag,
    summary: { zh: '停止某类邮件，一键即可（RFC 8058）', en: 'Ends mails, by one click (RFC 8058)' },
    query: LinkQuery,
    body: 'UnsubscribeForm',
    bodyExample: unsubscribeForm,
    isForm: 'parts',
    isPage: true,
    answers: [
      page(200, '已停止。', 'They have ended.'),
      page(400, '未按 RFC 8058 提交，未作更改。', 'Not sent as RFC 8058 says; nothing was changed.'),
      ...troubles,
    ],
  },
  {
    method: 'GET',
    path: '/v1/match-page',
    access: 'open',
    id: 'showToldMatch',
    tag,
    summary: { zh: '邮件所示匹配的页面', en: 'A match as a mail showed it' },
    query: LinkQuery,
    isPage: true,
    answers: [page(200, '该匹配。', 'The match.'), ...troubles],
  },
  {
    method: 'GET',
    path: '/v1/mail-preferences',
    access: 'open',
    id: 'showMailPreferences',
    tag,
    summary: { zh: '邮件设置页面', en: 'The page of mail preferences' },
    query: LinkQuery,
    isPage: true,
    answers: [page(200, '当前设置。', 'What is chosen.'), ...troubles],
  },
  {
    method: 'POST',
    path: '/v1/mail-preferences',
    access: 'open',
    id: 'keepMailPreferences',
    tag,
    summary: { zh: '保存邮件设置，或撤回同意', en: 'Keeps what is chosen, or withdraws' },
    body: 'PreferencesForm',
    bodyExample: preferencesForm,
    isForm: true,
    isPage: true,
    answers: [
      page(200, '已记录。', 'It is recorded.'),
      page(400, '选择不完整，未作更改。', 'The choices are not complete; nothing was changed.'),
      ...troubles,
    ],
  },
];

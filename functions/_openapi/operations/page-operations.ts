import { z } from 'zod';
import { MatchId } from '../../../domain/ids.ts';
import { LinkQuery } from '../../_requests/link-query.ts';
import { LanguageQuery, MatchPagesQuery } from '../../_requests/member-pages.ts';
import { SignInQuery, SignInReturn } from '../../_requests/sign-in.ts';
import { page, redirect } from '../answers/html-page.ts';
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

const toSignIn = redirect('先登录。', 'To sign in first.');

/** The pages for whoever has signed in, and the way in and out. */
export const memberPageOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v1/match-page/{id}',
    access: 'open',
    id: 'showMatch',
    tag,
    summary: { zh: '登录后查看匹配的页面', en: 'A match for whoever has signed in' },
    pathParameters: z.strictObject({ id: MatchId }),
    query: LanguageQuery,
    isPage: true,
    answers: [page(200, '该匹配。', 'The match.'), toSignIn, page(404, '没有此匹配。', 'No such match.'), failed],
  },
  {
    method: 'GET',
    path: '/v1/match-pages',
    access: 'open',
    id: 'showMatches',
    tag,
    summary: { zh: '登录后查看全部匹配的页面', en: 'All matches for whoever has signed in' },
    query: MatchPagesQuery,
    isPage: true,
    answers: [page(200, '一页，分数高者在前。', 'A page of them, best first.'), toSignIn, failed],
  },
  {
    method: 'GET',
    path: '/v1/sign-in',
    access: 'open',
    id: 'signIn',
    tag,
    summary: { zh: '登录', en: 'Signs in at the identity provider' },
    query: SignInQuery,
    isPage: true,
    answers: [redirect('前往身份提供方。', 'To the identity provider.'), failed],
  },
  {
    method: 'GET',
    path: '/v1/sign-in/return',
    access: 'open',
    id: 'finishSignIn',
    tag,
    summary: { zh: '从身份提供方返回', en: 'The way back from the identity provider' },
    query: SignInReturn,
    isPage: true,
    answers: [
      redirect('前往所请求的页面。', 'To the page that was asked for.'),
      page(400, '未能登录。', 'Not signed in.'),
      failed,
    ],
  },
  {
    method: 'POST',
    path: '/v1/sign-out',
    access: 'open',
    id: 'signOut',
    tag,
    summary: { zh: '退出', en: 'Signs out' },
    isPage: true,
    answers: [{ ...page(200, '已退出。', 'Signed out.'), headers: ['Content-Language', 'Set-Cookie'] }, failed],
  },
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

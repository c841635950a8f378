import * as z from 'zod';
import { MatchId } from '../../../domain/ids.ts';
import { LanguageQuery, MatchPagesQuery } from '../../_requests/member-pages.ts';
import { SignInQuery, SignInReturn } from '../../_requests/sign-in.ts';
import { page, redirect } from '../answers/html-page.ts';
import type { Operation } from '../operation.ts';

const tag = 'Mails';

const failed = page(500, '暂时无法处理。', 'Not possible right now.');
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

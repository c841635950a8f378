import * as z from 'zod';
import { MatchId } from '../../../domain/ids.ts';
import { MatchQuery, ReviewQuery } from '../../_requests/match-query.ts';
import { OperatorPairQuery } from '../../_requests/pair-query.ts';
import { decision, decisionInput, match, review, verdict, wholeReview } from '../examples/matches.ts';
import type { Operation } from '../operation.ts';

const pathParameters = z.strictObject({ id: MatchId });
const page = { zh: '一页，分数高者在前。', en: 'A page of them, best first.' };

export const matchOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v1/matches',
    access: 'member',
    id: 'listMatches',
    tag: 'Matches',
    summary: { zh: '本机构的匹配', en: 'Your matches' },
    query: MatchQuery,
    answers: [{ status: 200, means: page, body: 'MatchPage', example: { items: [match] } }],
  },
  {
    method: 'GET',
    path: '/v1/matches/{id}',
    access: 'member',
    id: 'readMatch',
    tag: 'Matches',
    summary: { zh: '读取匹配及其全部标准', en: 'Read a match with every criterion' },
    pathParameters,
    answers: [{ status: 200, means: { zh: '该匹配。', en: 'The match.' }, body: 'MatchAnswer', example: match }],
  },
  {
    method: 'GET',
    path: '/v1/verdict',
    access: 'member-or-operator',
    id: 'explainPair',
    tag: 'Matches',
    summary: { zh: '为何匹配或不匹配', en: 'Why a pair does or does not match' },
    query: OperatorPairQuery,
    answers: [
      {
        status: 200,
        means: { zh: '逐项说明；运营方所见更多。', en: 'Criterion by criterion; the operator sees more.' },
        body: 'VerdictAnswer',
        example: verdict,
      },
    ],
    problems: ['not-found'],
  },
  {
    method: 'GET',
    path: '/v1/reviews',
    access: 'operator',
    id: 'listReviews',
    tag: 'Reviews',
    summary: { zh: '须人工判断的匹配', en: 'Matches that a person must decide, or has decided' },
    query: ReviewQuery,
    answers: [{ status: 200, means: page, body: 'ReviewPage', example: { items: [review] } }],
  },
  {
    method: 'GET',
    path: '/v1/reviews/{id}',
    access: 'operator',
    id: 'readReview',
    tag: 'Reviews',
    summary: { zh: '读取一条，含双方条目全文', en: 'Read one with both listings in full' },
    pathParameters,
    answers: [
      {
        status: 200,
        means: { zh: '该匹配。', en: 'The match.' },
        body: 'WholeReview',
        example: wholeReview,
        headers: ['ETag'],
      },
    ],
  },
  {
    method: 'POST',
    path: '/v1/reviews/{id}',
    access: 'operator',
    id: 'decideReview',
    tag: 'Reviews',
    summary: { zh: '放行或否决', en: 'Clear or reject one' },
    pathParameters,
    ifMatch: 'heeded',
    body: 'ReviewDecision',
    bodyExample: decisionInput,
    answers: [
      {
        status: 200,
        means: { zh: '全部决定。', en: 'Every decision on it.' },
        body: 'DecisionAnswer',
        example: decision,
        headers: ['ETag'],
      },
    ],
    problems: ['not-under-review'],
  },
];

import { LanguageQuery } from '../../_requests/member-pages.ts';
import { StatisticsPageQuery, StatisticsQuery } from '../../_requests/statistics-query.ts';
import { page, redirect } from '../answers/html-page.ts';
import { figuresPage, unmetDemandPage } from '../examples/statistics.ts';
import type { Operation } from '../operation.ts';

const tag = 'Statistics';

const failed = page(500, '暂时无法处理。', 'Not possible right now.');

/** What is counted of a zone: for its operator, and what anybody may know. */
export const statisticsOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v1/statistics',
    access: 'operator',
    id: 'listStatistics',
    tag,
    summary: { zh: '本区各日统计', en: 'The figures of the zone, day by day' },
    query: StatisticsQuery,
    answers: [
      {
        status: 200,
        means: { zh: '一页，新者在前。', en: 'A page of days, the newest first.' },
        body: 'FiguresPage',
        example: figuresPage,
      },
    ],
  },
  {
    method: 'GET',
    path: '/v1/statistics/unmet-demand',
    access: 'operator',
    id: 'listUnmetDemand',
    tag,
    summary: { zh: '各日未满足的需求', en: 'What buyers look for in vain, day by day' },
    query: StatisticsQuery,
    answers: [
      {
        status: 200,
        means: {
          zh: '一页，新者在前；少于五条或不足三方的类别不予列出。',
          en: 'A page of days, the newest first; nothing of fewer than five demands or three parties.',
        },
        body: 'UnmetDemandPage',
        example: unmetDemandPage,
      },
    ],
  },
  {
    method: 'GET',
    path: '/v1/statistics-page',
    access: 'open',
    id: 'showStatistics',
    tag,
    summary: { zh: '运营方登录后查看统计的页面', en: 'The figures as charts, for the operator who has signed in' },
    query: StatisticsPageQuery,
    isPage: true,
    answers: [
      page(200, '统计。', 'The figures.'),
      redirect('先登录。', 'To sign in first.'),
      page(403, '仅供运营方。', 'For the operator alone.'),
      failed,
    ],
  },
  {
    method: 'GET',
    path: '/v1/public-statistics',
    access: 'open',
    id: 'showPublicStatistics',
    tag,
    summary: { zh: '公开的供需概况页面', en: 'What anybody may know of the zone’s supply and demand' },
    query: LanguageQuery,
    isPage: true,
    answers: [page(200, '概况。', 'Round figures.'), page(404, '本区不公布。', 'The zone publishes none.'), failed],
  },
];

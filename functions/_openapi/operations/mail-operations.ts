import * as z from 'zod';
import { AddressDigest } from '../../../domain/contact/stop.ts';
import { StopsQuery } from '../../_requests/stops-query.ts';
import { bounceMessage, stopsPage } from '../examples/mail.ts';
import type { Operation } from '../operation.ts';

const tag = 'Mail';

/** What the operator's mail systems tell, and which addresses are mailed no more. */
export const mailOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/v1/bounces',
    access: 'operator',
    id: 'takeBounce',
    tag,
    summary: {
      zh: '提交退信或投诉报告（RFC 3464、RFC 5965）',
      en: 'Hands on a report that came back by mail: of a delivery (RFC 3464) or a complaint (RFC 5965)',
    },
    isMessage: true,
    bodyExample: bounceMessage,
    answers: [
      {
        status: 200,
        means: { zh: '已处理。', en: 'How many addresses it stopped, and of how many it was only noted.' },
        body: 'BounceAnswer',
        example: { stopped: 1, noted: 0, unproven: 0 },
      },
    ],
    problems: ['no-report'],
  },
  {
    method: 'GET',
    path: '/v1/stopped-addresses',
    access: 'operator',
    id: 'listStoppedAddresses',
    tag,
    summary: { zh: '不再发送邮件的地址', en: 'Addresses that are mailed no more, by digest' },
    query: StopsQuery,
    answers: [
      {
        status: 200,
        means: { zh: '一页，新者在前。', en: 'A page of them, the latest first.' },
        body: 'StopPage',
        example: stopsPage,
      },
    ],
  },
  {
    method: 'DELETE',
    path: '/v1/stopped-addresses/{contact}',
    access: 'operator',
    id: 'releaseAddress',
    tag,
    summary: { zh: '恢复向该地址发送邮件', en: 'Has an address mailed again' },
    pathParameters: z.strictObject({ contact: AddressDigest }),
    answers: [{ status: 204, means: { zh: '已恢复。', en: 'It is mailed again.' } }],
  },
];

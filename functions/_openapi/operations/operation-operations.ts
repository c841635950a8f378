import * as z from 'zod';
import { OrganizationId, ReplayId } from '../../../domain/ids.ts';
import { ExportQuery } from '../../_requests/export-query.ts';
import { ParkedQuery } from '../../_requests/parked-messages.ts';
import * as examples from '../examples/operation.ts';
import type { Answer, Operation } from '../operation.ts';

const access = 'operator';
const parked = 'Parked messages';
const replays = 'Judging anew';
const rights = 'Export and deletion';

const begun: Answer = {
  status: 201,
  means: { zh: '已开始。', en: 'It has begun.' },
  body: 'ReplayAnswer',
  example: { ...examples.replay, state: 'asking', asked: 0, judged: 0, changed: 0 },
};
const following: Omit<Operation, 'path' | 'id'> = {
  method: 'GET',
  access,
  tag: replays,
  summary: { zh: '进展', en: 'How far it has come' },
  pathParameters: z.strictObject({ id: ReplayId }),
  answers: [
    { status: 200, means: { zh: '进展。', en: 'How far it is.' }, body: 'ReplayAnswer', example: examples.replay },
  ],
};

/** What the operator does with the zone's queues. */
export const operationOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v1/organizations/{id}/export',
    access,
    id: 'exportOrganization',
    tag: rights,
    summary: {
      zh: '导出一家机构的全部数据（个人信息保护法第四十五条）',
      en: 'Everything that is kept of an organization (PIPL, Art 45)',
    },
    pathParameters: z.strictObject({ id: OrganizationId }),
    query: ExportQuery,
    answers: [
      { status: 200, means: { zh: '一页。', en: 'A page of it.' }, body: 'ExportPage', example: examples.exportPage },
    ],
  },
  {
    method: 'POST',
    path: '/v1/organizations/{id}/deletion',
    access,
    id: 'deleteOrganization',
    tag: rights,
    summary: {
      zh: '删除一家机构的数据（个人信息保护法第四十七条）；重复调用直至完成',
      en: 'Delete the data of an organization (PIPL, Art 47); ask again until it is done',
    },
    pathParameters: z.strictObject({ id: OrganizationId }),
    body: 'DeletionRequest',
    bodyExample: examples.deletionRequest,
    answers: [
      {
        status: 200,
        means: { zh: '进展。', en: 'How far it is.' },
        body: 'DeletionAnswer',
        example: examples.deletion,
      },
    ],
  },
  {
    method: 'GET',
    path: '/v1/proof-keys',
    access: 'open',
    id: 'readProofKeys',
    tag: rights,
    summary: { zh: '验证声明所用公钥', en: 'The public key that statements are checked with' },
    answers: [
      { status: 200, means: { zh: '公钥。', en: 'The keys.' }, body: 'ProofKeys', example: examples.proofKeys },
    ],
  },
  {
    method: 'GET',
    path: '/v1/parked-messages',
    access,
    id: 'listParkedMessages',
    tag: parked,
    summary: { zh: '无法处理而搁置的消息，不含内容', en: 'Messages that could not be handled, without what they say' },
    query: ParkedQuery,
    answers: [
      {
        status: 200,
        means: { zh: '按队列。', en: 'By queue.' },
        body: 'ParkedMessages',
        example: examples.parkedMessages,
      },
    ],
    problems: ['not-found'],
  },
  {
    method: 'POST',
    path: '/v1/parked-messages/redrive',
    access,
    id: 'putBackParkedMessages',
    tag: parked,
    summary: { zh: '把搁置的消息放回原队列', en: 'Put parked messages back to where they came from' },
    body: 'PutBackRequest',
    bodyExample: examples.putBackRequest,
    answers: [
      {
        status: 200,
        means: { zh: '结果。', en: 'What became of them.' },
        body: 'PutBackAnswer',
        example: examples.putBack,
      },
    ],
    problems: ['not-found'],
  },
  {
    method: 'POST',
    path: '/v1/parked-messages/deletion',
    access,
    id: 'deleteParkedMessage',
    tag: parked,
    summary: { zh: '删除一条搁置的消息，并说明原因', en: 'Have one parked message go for good, and say why' },
    body: 'ParkedDeletion',
    bodyExample: examples.parkedDeletion,
    answers: [{ status: 204, means: { zh: '已删除。', en: 'It is gone.' } }],
    problems: ['not-found'],
  },
  {
    method: 'POST',
    path: '/v1/replays',
    access,
    id: 'startReplay',
    tag: replays,
    summary: {
      zh: '重新判断一个条目、一家机构或全部',
      en: 'Have a listing, an organization or everything judged anew',
    },
    body: 'ReplayRequest',
    bodyExample: examples.replayRequest,
    answers: [begun],
    problems: ['not-found'],
  },
  { ...following, path: '/v1/replays/{id}', id: 'readReplay' },
  {
    method: 'POST',
    path: '/v1/reconciliations',
    access,
    id: 'startReconciliation',
    tag: replays,
    summary: { zh: '把记录与判断逐一核对并修正', en: 'Have the record compared with the judge, and mended' },
    answers: [begun],
    problems: ['not-found'],
  },
  { ...following, path: '/v1/reconciliations/{id}', id: 'readReconciliation' },
];

import type { Answer, Operation } from '../operation.ts';

const unchanged: Answer = {
  status: 304,
  means: { zh: '与 If-None-Match 所指相同。', en: 'It is still as If-None-Match names it.' },
  headers: ['ETag', 'Cache-Control'],
};

/** What tells of the service itself. */
export const serviceOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/v1/vocabulary',
    access: 'any-token',
    id: 'readVocabulary',
    tag: 'Service',
    summary: { zh: '词表：条目可用的全部编号', en: 'Every id that a listing may use' },
    answers: [
      {
        status: 200,
        means: { zh: '词表。', en: 'The vocabulary.' },
        body: 'VocabularyAnswer',
        headers: ['ETag'],
      },
      unchanged,
    ],
  },
  {
    method: 'GET',
    path: '/v1/openapi.json',
    access: 'open',
    id: 'readOpenApi',
    tag: 'Service',
    summary: { zh: '本文档', en: 'This document' },
    answers: [
      {
        status: 200,
        means: { zh: 'OpenAPI 3.1 文档。', en: 'It, as OpenAPI 3.1.' },
        body: 'OpenApiAnswer',
        headers: ['ETag'],
      },
      unchanged,
    ],
  },
  {
    method: 'GET',
    path: '/health',
    access: 'open',
    id: 'readHealth',
    tag: 'Service',
    summary: { zh: '接口是否应答', en: 'Whether the API answers' },
    answers: [
      { status: 200, means: { zh: '应答。', en: 'It does.' }, body: 'HealthAnswer', example: { status: 'ok' } },
    ],
  },
];

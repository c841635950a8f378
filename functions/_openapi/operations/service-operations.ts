import * as z from 'zod';
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
    path: '/v1/docs',
    access: 'open',
    id: 'showDocs',
    tag: 'Service',
    summary: { zh: '接口文档页面', en: 'The page that shows this document' },
    answers: [
      { status: 200, means: { zh: '页面。', en: 'The page.' }, media: ['text/html; charset=utf-8'], headers: ['ETag'] },
      unchanged,
    ],
  },
  {
    method: 'GET',
    path: '/v1/docs/{file}',
    access: 'open',
    id: 'readDocsFile',
    tag: 'Service',
    summary: { zh: '页面所用文件', en: 'A file that the page loads' },
    pathParameters: z.strictObject({ file: z.string() }),
    answers: [
      {
        status: 200,
        means: { zh: '文件。', en: 'The file.' },
        media: ['text/javascript; charset=utf-8', 'text/css; charset=utf-8', 'text/plain; charset=utf-8', 'image/png'],
        headers: ['ETag', 'Content-Encoding'],
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

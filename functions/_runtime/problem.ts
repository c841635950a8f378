import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';

/** What is wrong with one field: a JSON Pointer (RFC 6901), a code and a sentence in both languages. */
export type FieldError = { readonly pointer: string; readonly code: string; readonly detail: Bilingual };

/** Every kind of problem that the API answers with: status and title. */
export const problemTypes = {
  'invalid-json': { status: 400, title: { zh: '请求体不是有效的 JSON', en: 'The body is not valid JSON' } },
  'invalid-parameter': { status: 400, title: { zh: '请求参数有误', en: 'A parameter is wrong' } },
  'no-organization': { status: 403, title: { zh: '令牌未指明机构', en: 'The token names no organization' } },
  'no-subject': { status: 403, title: { zh: '令牌未指明何人', en: 'The token names no one' } },
  'wrong-scope': { status: 403, title: { zh: '令牌权限范围不符', en: 'The token lacks the scope for this' } },
  suspended: { status: 403, title: { zh: '贵机构已被暂停', en: 'The organization is suspended' } },
  'not-found': { status: 404, title: { zh: '未找到', en: 'Not found' } },
  'not-open': { status: 409, title: { zh: '该条目已撤回', en: 'The listing has been withdrawn' } },
  'not-suspendable': {
    status: 409,
    title: { zh: '该条目已撤回或已到期', en: 'The listing is withdrawn or expired' },
  },
  'not-under-review': { status: 409, title: { zh: '无须人工判断', en: 'Not under review' } },
  'quota-reached': { status: 409, title: { zh: '条目数量已达上限', en: 'The quota of listings is reached' } },
  'version-conflict': { status: 412, title: { zh: '版本已变更', en: 'The version has changed' } },
  'too-large': { status: 413, title: { zh: '请求体过大', en: 'The body is too large' } },
  'not-json': { status: 415, title: { zh: '请以 application/json 提交', en: 'Send application/json' } },
  'not-a-message': { status: 415, title: { zh: '请以 message/rfc822 提交', en: 'Send message/rfc822' } },
  'no-report': { status: 422, title: { zh: '不是投递或投诉报告', en: 'Not a report of a delivery or a complaint' } },
  'invalid-fields': { status: 422, title: { zh: '部分字段有误', en: 'Some fields are wrong' } },
  'key-reused': {
    status: 422,
    title: { zh: '幂等键已用于其他内容', en: 'The idempotency key was used for another body' },
  },
  'version-needed': { status: 428, title: { zh: '需要 If-Match', en: 'If-Match is needed' } },
  'too-many-requests': { status: 429, title: { zh: '请求过于频繁', en: 'Too many requests' } },
  internal: { status: 500, title: { zh: '内部错误', en: 'Internal error' } },
} as const satisfies Record<string, { status: number; title: Bilingual }>;

export type ProblemType = keyof typeof problemTypes;

/** An answer other than success, thrown where a request is read and mapped to HTTP in one place. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: ProblemType;
  readonly detail: Bilingual;
  readonly errors: readonly FieldError[];
  /** After how many seconds it is of use to ask again, where time helps. */
  readonly retryAfter: number | undefined;
  constructor(type: ProblemType, detail: Bilingual, errors: readonly FieldError[] = [], retryAfter?: number) {
    super(type);
    this.type = type;
    this.detail = detail;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

/** Unknown, or somebody else's: the answer is the same, so that nothing can be learnt from it. */
export function notFound(): Problem {
  return new Problem('not-found', {
    zh: '没有这个条目，或它不属于您的机构。',
    en: 'There is no such thing, or it is not your organization’s.',
  });
}

import type { Bilingual } from '../../../domain/vocabulary/bilingual.ts';
import type { FieldError, ProblemType } from '../../_runtime/problem.ts';
import { sentenceOf } from '../../_runtime/rule-sentences.ts';

type Detail = { readonly detail: Bilingual; readonly errors?: readonly FieldError[] };

const missing: FieldError = { pointer: '/title', code: 'missing', detail: sentenceOf('missing')(undefined) };
const badCursor: FieldError = {
  pointer: '/cursor',
  code: 'unknown-cursor',
  detail: sentenceOf('unknown-cursor')(undefined),
};

/** One thing that each problem may say. */
export const problemDetails: Readonly<Record<ProblemType, Detail>> = {
  'invalid-json': {
    detail: {
      zh: '请求体中的名称或数字不能确切理解，请按 errors 修改。',
      en: 'The body has names or numbers that do not mean one thing; mend what errors names.',
    },
    errors: [{ pointer: '/title', code: 'repeated-name', detail: sentenceOf('repeated-name')('title') }],
  },
  'invalid-parameter': {
    detail: { zh: '请按 errors 中的说明修改参数。', en: 'Mend the parameters that errors names.' },
    errors: [badCursor],
  },
  'no-organization': {
    detail: {
      zh: '访问令牌中没有有效的 org_id，请联系身份提供方。',
      en: 'The access token has no valid org_id claim; ask your identity provider.',
    },
  },
  'no-subject': {
    detail: {
      zh: '访问令牌中没有 sub，无法记录由何人操作，请联系身份提供方。',
      en: 'The access token has no sub claim, so that nobody could say who did this; ask your identity provider.',
    },
  },
  'wrong-scope': { detail: { zh: '此操作需要权限范围 member。', en: 'This needs the scope “member”.' } },
  suspended: {
    detail: {
      zh: '运营方已暂停贵机构，原因见 GET /v1/organization 的 suspension。',
      en: 'The operator has suspended your organization; suspension in GET /v1/organization says why.',
    },
  },
  'not-found': {
    detail: {
      zh: '没有这个条目，或它不属于您的机构。',
      en: 'There is no such thing, or it is not your organization’s.',
    },
  },
  'not-open': {
    detail: {
      zh: '已撤回的条目不能修改，请重新发布。',
      en: 'A withdrawn listing cannot be changed; publish a new one.',
    },
  },
  'not-suspendable': {
    detail: {
      zh: '已撤回或已到期的条目不能暂停，它已不再展示给任何人。',
      en: 'A withdrawn or expired listing cannot be suspended; it is shown to nobody any more.',
    },
  },
  'not-under-review': {
    detail: {
      zh: '这条匹配已结束，或已不需要人工判断。',
      en: 'This match has ended, or needs no decision any more.',
    },
  },
  'version-conflict': {
    detail: {
      zh: '该条目在您读取之后已被修改，请重新读取。',
      en: 'It was changed after you read it; read it again.',
    },
  },
  'too-large': { detail: { zh: '请求体不得超过 256 KiB。', en: 'A body may have at most 256 KiB.' } },
  'not-json': { detail: { zh: '仅接受 application/json。', en: 'Only application/json is accepted.' } },
  'not-a-message': {
    detail: { zh: '仅接受未压缩的 message/rfc822。', en: 'Only message/rfc822 is accepted, not compressed.' },
  },
  'no-report': {
    detail: {
      zh: '此邮件不是投递状态报告（RFC 3464）或投诉报告（RFC 5965）。',
      en: 'The message is no report of a delivery (RFC 3464) or a complaint (RFC 5965).',
    },
  },
  'invalid-fields': {
    detail: { zh: '请按 errors 中的说明修改后重新提交。', en: 'Mend what errors names and send again.' },
    errors: [missing],
  },
  'key-reused': {
    detail: {
      zh: '该 Idempotency-Key 在 24 小时内已用于内容不同的请求。',
      en: 'This Idempotency-Key was used within 24 hours for a request with another body.',
    },
  },
  'version-needed': {
    detail: {
      zh: '请在 If-Match 中给出上次读到的 ETag，以免覆盖他人的修改。',
      en: 'Send the ETag that you read last in If-Match, so that nobody’s change is overwritten.',
    },
  },
  'quota-reached': {
    detail: {
      zh: '贵机构未结束的条目已达本区上限。请先撤回不再需要的条目，或联系运营方。',
      en: 'Your organization has as many listings open as this zone allows. Withdraw some first, or ask the operator.',
    },
  },
  'too-many-requests': {
    detail: {
      zh: '贵机构每分钟最多提交 600 次，请稍后重试。',
      en: 'Your organization may write 600 times a minute; try again a little later.',
    },
  },
  internal: { detail: { zh: '出现意外错误，请稍后重试。', en: 'Something unexpected happened; try again later.' } },
};

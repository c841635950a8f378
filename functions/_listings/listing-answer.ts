import type { Refusal } from '../../domain/listing/lifecycle.ts';
import { kindOf, type Listing } from '../../domain/listing/listing.ts';
import { etagOf, type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { Problem } from '../_runtime/problem.ts';
import { sentenceOf } from '../_runtime/rule-sentences.ts';

/** A listing as its own organization sees it, with what is to be said of it, and the validator that PUT and DELETE ask for. */
export function listingAnswer(
  statusCode: 200 | 201,
  listing: Listing,
  remarks: Readonly<Record<string, unknown>> = {},
): HttpAnswer {
  const location = `/v1/${kindOf(listing.id)}s/${listing.id}`;
  return jsonAnswer(
    statusCode,
    { ...listing, ...remarks },
    {
      etag: etagOf(listing.version),
      ...(statusCode === 201 && { location }),
    },
  );
}

/** An organization has as many listings open as the zone lets it have. */
export function quotaReached(): Problem {
  return new Problem('quota-reached', {
    zh: '贵机构未结束的条目已达本区上限。请先撤回不再需要的条目，或联系运营方。',
    en: 'Your organization has as many listings open as this zone allows. Withdraw some first, or ask the operator.',
  });
}

/** Why a listing cannot take the state asked for, as a problem. */
export function refusalProblem(refusal: Refusal): Problem {
  switch (refusal) {
    case 'already-over':
      return new Problem('invalid-fields', { zh: '有效期已过。', en: 'The listing would be over at once.' }, [
        { pointer: '/validUntil', code: 'already-over', detail: sentenceOf('already-over')(undefined) },
      ]);
    case 'not-open':
      return new Problem('not-open', {
        zh: '已撤回的条目不能修改，请重新发布。',
        en: 'A withdrawn listing cannot be changed; publish a new one.',
      });
  }
}

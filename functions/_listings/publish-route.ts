import type * as z from 'zod';
import type { MemberAccess } from '../../domain/access/access.ts';
import type { Refusal } from '../../domain/listing/lifecycle.ts';
import type { ListingKind } from '../../domain/listing/listing.ts';
import type { PublishOutcome } from '../_adapters/dynamo/listing-writer.ts';
import type { IdempotentRequest } from '../_adapters/dynamo/request-rows.ts';
import type { BreadthOf } from '../_matching/breadth.ts';
import { PublishHeaders } from '../_requests/publish-headers.ts';
import { memberOf } from '../_runtime/caller.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { bodyBytes, type HttpEvent, readBody, readParameters } from '../_runtime/http-request.ts';
import { bodyFingerprint } from '../_runtime/ids.ts';
import { Problem } from '../_runtime/problem.ts';
import type { CountRequest } from '../_runtime/request-rate.ts';
import { listingAnswer, quotaReached, refusalProblem } from './listing-answer.ts';

export type PublishCommand<I> = {
  readonly access: MemberAccess;
  readonly input: I;
  readonly request: Omit<IdempotentRequest, 'now'> | undefined;
};

export type Published = Refusal | PublishOutcome;

async function publishedAnswer(published: Published, breadth: BreadthOf | undefined): Promise<HttpAnswer> {
  if (typeof published === 'string') throw refusalProblem(published);
  switch (published.kind) {
    case 'published':
    case 'replayed':
      return listingAnswer(201, published.listing, await breadth?.(published.listing));
    case 'quota-reached':
      throw quotaReached();
    case 'key-reused':
      throw new Problem('key-reused', {
        zh: '该 Idempotency-Key 在 24 小时内已用于内容不同的请求。',
        en: 'This Idempotency-Key was used within 24 hours for a request with another body.',
      });
  }
}

/** POST of a listing: who, what and under which idempotency key go to `publish`; what comes of it is the answer. */
export function publishRoute<S extends z.ZodType>(
  kind: ListingKind,
  schema: S,
  publish: (command: PublishCommand<z.infer<S>>) => Promise<Published>,
  countRequest: CountRequest,
  breadth?: BreadthOf,
) {
  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = memberOf(event);
    await countRequest(access);
    const key = readParameters(event.headers, PublishHeaders)['idempotency-key'];
    const input = readBody(event, schema);
    const request = key ? { kind, key, fingerprint: bodyFingerprint(bodyBytes(event)) } : undefined;
    return publishedAnswer(await publish({ access, input, request }), breadth);
  };
}

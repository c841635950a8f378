import { AddressDigest } from '../../domain/contact/stop.ts';
import { StopsQuery } from '../_requests/stops-query.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readParameters } from '../_runtime/http-request.ts';
import { shortDigest } from '../_runtime/ids.ts';
import { notFound } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/** The operator reads which addresses are mailed no more, the latest first, and has one mailed again. */
export const keepStops = ({ clock, stops }: Omit<Deps, 'logger'>) => {
  async function list(event: HttpEvent): Promise<HttpAnswer> {
    const access = operatorOf(event);
    const { limit, cursor } = readParameters(event.queryStringParameters, StopsQuery);
    return jsonAnswer(200, await stops.page(access, { limit, ...(cursor && { after: cursor }) }));
  }

  async function release(event: HttpEvent): Promise<HttpAnswer> {
    const access = operatorOf(event);
    const { data: subject } = AddressDigest.safeParse(event.pathParameters?.['contact']);
    if (subject === undefined) throw notFound();
    const told = { subject, at: clock(), act: 'address-released', contact: shortDigest(subject) } as const;
    if (!(await stops.release(access, subject, told))) throw notFound();
    return { statusCode: 204 };
  }

  return (event: HttpEvent): Promise<HttpAnswer> => (event.routeKey.startsWith('GET ') ? list(event) : release(event));
};

import { ParkedDeletion, ParkedQuery, PutBackRequest } from '../_requests/parked-messages.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readBody, readParameters } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';
import type { keepParkedMessages } from './keep-parked-messages.ts';

/** The operator looks at what is parked, puts it back, or has one message go. */
export const parkedRoute = ({ list, putBack, remove }: ReturnType<typeof keepParkedMessages>) => {
  async function answerList(event: HttpEvent): Promise<HttpAnswer> {
    const access = operatorOf(event);
    const { queue, limit } = readParameters(event.queryStringParameters, ParkedQuery);
    const queues = await list(access, queue, limit);
    if (!queues) throw notFound();
    return jsonAnswer(200, { queues });
  }

  async function answerPutBack(event: HttpEvent): Promise<HttpAnswer> {
    const access = operatorOf(event);
    const queues = await putBack(access, readBody(event, PutBackRequest).queue);
    if (!queues) throw notFound();
    return jsonAnswer(200, { queues });
  }

  async function answerDeletion(event: HttpEvent): Promise<HttpAnswer> {
    const access = operatorOf(event);
    const { queue, id, note } = readBody(event, ParkedDeletion);
    if (!(await remove(access, queue, id, note))) throw notFound();
    return { statusCode: 204 };
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    if (event.routeKey.startsWith('GET ')) return answerList(event);
    return event.routeKey.endsWith('/redrive') ? answerPutBack(event) : answerDeletion(event);
  };
};

import type { OperatorAccess } from '../../domain/access/access.ts';
import { ReplayId } from '../../domain/ids.ts';
import { ReplayRequest } from '../_requests/replay-request.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, readBody } from '../_runtime/http-request.ts';
import { notFound } from '../_runtime/problem.ts';
import type { startReplay } from './start-replay.ts';

/** POST begins one, as a replay or as a reconciliation, and GET tells how far it is: under either name the same. */
export const replayRoute = ({ start, reconcile, read }: ReturnType<typeof startReplay>) => {
  async function answer(access: OperatorAccess, id: ReplayId | undefined, status: 200 | 201): Promise<HttpAnswer> {
    const replay = id && (await read(access, id));
    if (!replay) throw notFound();
    return jsonAnswer(status, replay);
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = operatorOf(event);
    if (event.routeKey.startsWith('GET ')) {
      return answer(access, ReplayId.safeParse(event.pathParameters?.['id']).data, 200);
    }
    if (event.routeKey === 'POST /v1/reconciliations') return answer(access, await reconcile(access), 201);
    return answer(access, await start(access, readBody(event, ReplayRequest)), 201);
  };
};

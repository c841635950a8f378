import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';

/** The API answers. What stands behind it is watched by alarms, not by callers. */
export async function reportHealth(): Promise<HttpAnswer> {
  return jsonAnswer(200, { status: 'ok' });
}

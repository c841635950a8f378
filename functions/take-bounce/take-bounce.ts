import { readReport } from '../_contacts/report-message.ts';
import { takingReports } from '../_contacts/taking-reports.ts';
import { operatorOf } from '../_runtime/caller.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, messageBytes } from '../_runtime/http-request.ts';
import { Problem } from '../_runtime/problem.ts';
import type { Deps } from './deps.ts';

/** Takes a report that came back by mail, as the operator's relay hands it on: nobody else can have an address stopped by one. */
export const takeBounce = (deps: Deps) => {
  const take = takingReports(deps);
  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const access = operatorOf(event);
    const returned = await readReport(messageBytes(event));
    if (!returned)
      throw new Problem('no-report', {
        zh: '此邮件不是投递状态报告（RFC 3464）或投诉报告（RFC 5965）。',
        en: 'The message is no report of a delivery (RFC 3464) or a complaint (RFC 5965).',
      });
    return jsonAnswer(200, await take(access, returned));
  };
};

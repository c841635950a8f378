import { scheduleLambda } from '../_runtime/schedule-lambda.ts';
import { makeDeps } from './deps.ts';
import { planWeeklyMail } from './plan-weekly-mail.ts';

const deps = makeDeps();

export const handler = scheduleLambda(deps.logger, planWeeklyMail(deps));

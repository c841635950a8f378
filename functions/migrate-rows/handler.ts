import { scheduleLambda } from '../_runtime/schedule-lambda.ts';
import { makeDeps } from './deps.ts';
import { migrateRows } from './migrate-rows.ts';

const deps = makeDeps();

export const handler = scheduleLambda(deps.logger, migrateRows(deps));

import { z } from 'zod';
import type { Progress } from '../_adapters/dynamo/migration-store.ts';
import type { Page } from '../_adapters/dynamo/table/row-rewriter.ts';
import type { ScheduledRun } from '../_runtime/schedule-lambda.ts';
import type { Deps } from './deps.ts';

/** From the beginning, though it was done before: what an older version of this code has written since is found by that alone. */
const Again = z.object({ again: z.literal(true) });

/** A run ends so long before its time is over. */
const reserveMs = 30_000;

const beginning: Progress = { rewritten: 0, missed: 0, isDone: false };

/** The state behind a page. What was missed is looked for from the beginning, by the next run. */
function behind({ rewritten, missed, setting }: Progress, page: Page): Progress {
  const sum = { rewritten: rewritten + page.rewritten, missed: missed + page.overtaken, setting };
  if (page.next) return { ...sum, after: page.next, isDone: false };
  return { ...sum, missed: 0, isDone: sum.missed === 0 };
}

export type Migrated = { readonly rewritten: number; readonly overtaken: number; readonly open: number };

/**
 * Brings the rows of each table to today's edition, page by page, and notes how far it came: the next run goes on there, and
 * one that finds everything done reads a row a table. A row that somebody changed meanwhile is that one's: it has today's
 * edition, or is found by the run after.
 */
export const migrateRows =
  ({ access, logger, progress, tables }: Deps) =>
  async ({ input, timeLeftMs }: ScheduledRun): Promise<Migrated> => {
    const isAgain = Again.safeParse(input).success;
    const sum = { rewritten: 0, overtaken: 0, open: 0 };
    for (const { table, edition, setting, rewritePage } of tables) {
      const known = isAgain ? undefined : await progress.get(access, table, edition);
      let state = known && known.setting === setting ? known : { ...beginning, setting };
      while (!state.isDone && timeLeftMs() > reserveMs) {
        const page = await rewritePage(access, state.after);
        sum.rewritten += page.rewritten;
        sum.overtaken += page.overtaken;
        state = behind(state, page);
        await progress.put(access, table, edition, state);
        logger.info('rows migrated', { table, edition, rewritten: state.rewritten, isDone: state.isDone });
        if (!page.next) break;
      }
      if (!state.isDone) sum.open += 1;
    }
    return sum;
  };

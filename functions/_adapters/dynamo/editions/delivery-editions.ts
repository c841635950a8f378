import * as z from 'zod';
import { shape } from '../shape.ts';
import { rowEditions, type Step } from './row-editions.ts';

const { byDue } = shape.deliveries.indexes;

/** In which partition of the index stood what waited for the daily mail, whenever that was. */
const dueDaily = 'daily';

const Edition1 = z.looseObject({ state: z.string(), at: z.string() });

/** What was told before titles were kept; mails that name it need something to show. */
const noTitle = '—';

/**
 * Until 2026-11-27 a delivery said that it waits for the daily mail, and not until when; until 2026-11-24 it kept no title.
 * What waited is due since it was noted: the next run tells it.
 */
const dueByTime: Step = (row) => {
  const { data: record } = Edition1.safeParse(row['record']);
  if (!record) return row;
  const isDue = row[byDue.partitionKey] === dueDaily;
  return {
    ...row,
    ...(isDue && { [byDue.partitionKey]: 'due', [byDue.sortKey]: record.at }),
    record: {
      title: noTitle,
      ...record,
      ...(isDue && { due: { at: record.at, rhythm: 'daily' } }),
      ...(record.state === 'due-daily' && { state: 'due' }),
    },
  };
};

/** Editions of the rows of Deliveries. Windows stand in the same table and have had one form. */
export const deliveryEditions = rowEditions(dueByTime);

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { SystemAccess } from '../../../domain/access/access.ts';
import { isSystem } from '../../../domain/access/visibility.ts';
import { type CalendarDay, type Instant, secondsOf } from '../../../domain/time.ts';
import { countingKey, countingPieceKey } from './keys.ts';
import { shape } from './shape.ts';
import { GuardedTable, type Row } from './table/guarded-table.ts';

const { timeToLive } = shape.statistics;

/** DynamoDB's limit for an item is 400 KB. */
const pieceBytes = 350_000;

/** What is not finished within two days is begun anew, and forgotten. */
const keptSeconds = 2 * 86_400;

/** Which note is the last, and of how many pieces. */
const Head = z.object({ note: z.string().min(1), pieces: z.int().min(1) });
type Head = z.infer<typeof Head>;

/** Somebody else counts the same day, and was faster. */
export class CountedElsewhere extends Error {
  override readonly name = 'CountedElsewhere';
}

/**
 * Keeps how far counting a day is, of any size, so that a run that ends goes on with the next. A note counts once its head
 * is written, over the head that it was made behind: of two runs one goes on.
 */
export function makeCountingStore(client: DynamoDBDocumentClient, name: string, newNote: () => string) {
  const guard = { mayRead: isSystem, mayWrite: isSystem };
  const heads = new GuardedTable<'statistics', Head>(client, name, {
    ...guard,
    parse: (row: Row) => Head.parse(row['head']),
  });
  const pieces = new GuardedTable<'statistics', Uint8Array>(client, name, {
    ...guard,
    parse: (row: Row) => z.instanceof(Uint8Array).parse(row['piece']),
  });

  return {
    /** What was noted last, and by which note; undefined where nothing was. */
    async read(access: SystemAccess, day: CalendarDay): Promise<{ note: string; bytes: Uint8Array } | undefined> {
      const head = await heads.get(countingKey(access, day));
      if (!head) return undefined;
      const keys = Array.from({ length: head.pieces }, (_, index) => countingPieceKey(access, head.note, index));
      const found = await Promise.all(keys.map((key) => pieces.get(key)));
      if (found.some((piece) => piece === undefined)) return undefined;
      return { note: head.note, bytes: Buffer.concat(found.flatMap((piece) => piece ?? [])) };
    },

    /** Notes how far it is, behind the note before. Throws CountedElsewhere. */
    async note(access: SystemAccess, day: CalendarDay, bytes: Uint8Array, before: string | undefined, now: Instant) {
      const note = newNote();
      const forgotten = { [timeToLive]: secondsOf(now) + keptSeconds };
      const count = Math.max(1, Math.ceil(bytes.byteLength / pieceBytes));
      for (let index = 0; index < count; index++) {
        const piece = bytes.slice(index * pieceBytes, (index + 1) * pieceBytes);
        await pieces.put(access, { ...countingPieceKey(access, note, index).attributes, ...forgotten, piece });
      }
      const condition =
        before === undefined
          ? {
              ConditionExpression: 'attribute_not_exists(#head)',
              ExpressionAttributeNames: { '#head': 'head' },
            }
          : {
              ConditionExpression: '#head.#note = :before',
              ExpressionAttributeNames: { '#head': 'head', '#note': 'note' },
              ExpressionAttributeValues: { ':before': before },
            };
      const head = { note, pieces: count };
      const done = await heads.put(access, { ...countingKey(access, day).attributes, ...forgotten, head }, condition);
      if (done !== 'written') throw new CountedElsewhere('another run counts this day');
      return note;
    },
  };
}

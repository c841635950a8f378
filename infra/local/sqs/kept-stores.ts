import type { BuildAppOptions } from 'fauxqs';
import * as z from 'zod';

type Stores = NonNullable<BuildAppOptions['stores']>;

type Persistence = {
  load(sqs: Stores['sqsStore'], sns: Stores['snsStore'], s3: Stores['s3Store']): void;
  close(): void;
  /** Notes that a message which was handed out waits again. */
  updateMessageReady(messageId: string): void;
};

const aClass = z.custom<new (...args: unknown[]) => unknown>((value) => typeof value === 'function');

/** A class of fauxqs that its own start uses and that it does not export: that start would listen on every address. */
async function classOf<T>(file: string, name: string, ...args: unknown[]): Promise<T> {
  const module: unknown = await import(new URL(file, import.meta.resolve('fauxqs')).href);
  const Class = z.record(z.string(), z.unknown()).parse(module)[name];
  return new (aClass.parse(Class))(...args) as T;
}

/**
 * fauxqs's stores with what they kept in a folder, and everything they take from now on kept there. What was handed out and
 * not deleted is handed out again at once: whoever had it is gone.
 */
export async function keptStores(folder: string): Promise<{ readonly stores: Stores; close(): void }> {
  const stores: Stores = {
    sqsStore: await classOf('sqs/sqsStore.js', 'SqsStore'),
    snsStore: await classOf('sns/snsStore.js', 'SnsStore'),
    s3Store: await classOf('s3/s3Store.js', 'S3Store'),
  };
  const persistence = await classOf<Persistence & Stores['sqsStore']['persistence']>(
    'persistence.js',
    'PersistenceManager',
    folder,
  );
  // Its own takes away how often the message was handed out, which its table does not allow. Nothing is lost without it: what
  // stands there as handed out waits again after the next start.
  persistence.updateMessageReady = () => undefined;
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
  stores.sqsStore.persistence = persistence;
  for (const queue of stores.sqsStore.allQueues()) {
    queue.persistence = persistence;
    for (const handle of [...queue.inflightMessages.keys()]) queue.changeVisibility(handle, 0);
  }
  return { stores, close: () => persistence.close() };
}

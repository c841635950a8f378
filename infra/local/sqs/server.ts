import { buildApp } from 'fauxqs';
import type { Stoppable } from '../stoppable.ts';
import { keptStores } from './kept-stores.ts';

/**
 * Starts an SQS server in this process, on a free port of 127.0.0.1 (fauxqs's own start listens on every address); with a
 * folder, on the queues and messages that it has.
 */
export async function startSqs(region: string, folder?: string): Promise<Stoppable & { readonly endpoint: string }> {
  const kept = folder === undefined ? undefined : await keptStores(folder);
  const app = buildApp({ logger: false, defaultRegion: region, ...(kept && { stores: kept.stores }) });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    endpoint,
    async stop() {
      app.server.closeAllConnections();
      await app.close();
      kept?.close();
    },
  };
}

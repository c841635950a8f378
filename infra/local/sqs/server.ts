import { buildApp } from 'fauxqs';
import type { Stoppable } from '../stoppable.ts';

/** Starts an SQS server in this process, on a free port of 127.0.0.1 (fauxqs's own start listens on every address). */
export async function startSqs(region: string): Promise<Stoppable & { readonly endpoint: string }> {
  const app = buildApp({ logger: false, defaultRegion: region });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    endpoint,
    async stop() {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

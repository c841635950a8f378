import { createServer, type Server } from 'node:http';
import { LocalFailure } from './local-failure.ts';
import type { Stoppable } from './stoppable.ts';

/** Binds a server to 127.0.0.1; port 0 takes a free one. Throws LocalFailure where the port is taken. */
export async function listenLocally(server: Server, port: number): Promise<Stoppable & { readonly address: string }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      reject(
        taken ? new LocalFailure(`Port ${port} is in use; choose another with --port, or 0 for a free one.`) : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address();
  const actual = typeof bound === 'object' && bound ? bound.port : port;
  return {
    address: `http://127.0.0.1:${actual}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Throws LocalFailure where a port is taken: for before the work that would be in vain. */
export async function checkPort(port: number): Promise<void> {
  const { stop } = await listenLocally(createServer(), port);
  await stop();
}

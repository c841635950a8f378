import { connect, createServer, type Socket } from 'node:net';
import type { Stoppable } from '../stoppable.ts';

/** How a mail server is not there for its callers: the connection ends, or it says to come back later (RFC 5321, 3.8). */
type MailOutage = 'refused' | 'busy';

export type SmtpGate = Stoppable & {
  readonly host: string;
  readonly port: number;
  /** What callers meet from now on: the mail server, where nothing is said. */
  close(how: MailOutage | undefined): void;
};

const busy = '421 4.3.2 Service not available, closing transmission channel\r\n';

/** Stands before a mail server, on a free port of 127.0.0.1, and can be closed for a while. */
export async function startSmtpGate(server: { readonly host: string; readonly port: number }): Promise<SmtpGate> {
  let outage: MailOutage | undefined;
  const open = new Set<Socket>();
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const gate = createServer((caller) => {
    keep(caller);
    if (outage === 'refused') return void caller.destroy();
    if (outage === 'busy') return void caller.end(busy);
    const behind = connect(server.port, server.host);
    keep(behind);
    caller.pipe(behind).pipe(caller);
    caller.once('close', () => behind.destroy());
    behind.once('close', () => caller.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    gate.once('error', reject);
    gate.listen(0, server.host, resolve);
  });
  const bound = gate.address();
  return {
    host: server.host,
    port: typeof bound === 'object' && bound ? bound.port : 0,
    close(how) {
      outage = how;
    },
    stop: () =>
      new Promise((resolve) => {
        gate.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The state of a listening socket in /proc/net/tcp. */
const listening = '0A';

function socketsOf(process: number): ReadonlySet<string> {
  const links = readdirSync(`/proc/${process}/fd`).flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/${process}/fd/${fd}`)];
    } catch {
      return []; // Closed since the folder was read.
    }
  });
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
}

/** Whether an address is 127.0.0.1, as the kernel writes it: as it is, or in the form that IPv6 has for it (RFC 4291, 2.5.5.2). */
export const isLoopback = (address: string): boolean => /^(0000000000000000FFFF0000)?0100007F:/.test(address);

/** The local addresses that a process listens on, as the kernel writes them. */
export function listeningAddresses(process: number): readonly string[] {
  const sockets = socketsOf(process);
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === listening && inode !== undefined && sockets.has(inode))
      .flatMap(([, address]) => address ?? []),
  );
}

function commandOf(process: number): { readonly name: string; readonly parent: number } | undefined {
  try {
    const found = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${process}/stat`, 'utf8'));
    return { name: found?.[1] ?? '', parent: Number(found?.[2]) };
  } catch {
    return undefined; // Ended since the folder was read.
  }
}

/** The processes that a process started and that still run, by the name of their program. */
export function childrenOf(process: number, name: string): readonly number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((id) => {
      const command = commandOf(id);
      return command?.parent === process && command.name === name;
    });
}

export const isAlive = (process: number): boolean => commandOf(process) !== undefined;

import { readdirSync, readFileSync } from 'node:fs';

/** Seconds of processor time, by who took them. */
export type ProcessorTime = {
  /** DynamoDB Local. */
  readonly dynamoDb: number;
  /** The Lambdas, each environment a thread of this process, with what collects garbage and compiles. */
  readonly lambdas: number;
  /** API, queues, streams, mail and whoever posts: the main thread of this process. */
  readonly surroundings: number;
};

/** A tick of the kernel's clock in seconds, as Linux counts it for programs (USER_HZ). */
const tick = 0.01;

/** What the children of this process that run Java have taken; nothing where the machine does not tell. */
function javaSeconds(): number {
  let ticks = 0;
  try {
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const stat = readStat(id);
      if (stat?.name === 'java' && stat.parent === process.pid) ticks += stat.ticks;
    }
  } catch {
    return 0;
  }
  return ticks * tick;
}

/** One process, as `/proc/ID/stat` tells of it (proc(5)); undefined where it has ended meanwhile. */
function readStat(id: string) {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    const rest = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { name, parent: Number(rest[1]), ticks: Number(rest[11]) + Number(rest[12]) };
  } catch {
    return undefined;
  }
}

const microseconds = ({ user, system }: NodeJS.CpuUsage): number => user + system;

/** What everybody has taken so far. */
export function processorTime(): ProcessorTime {
  const main = microseconds(process.threadCpuUsage()) / 1e6;
  const all = microseconds(process.cpuUsage()) / 1e6;
  return { dynamoDb: javaSeconds(), lambdas: all - main, surroundings: main };
}

/** What was taken between two moments. */
export const takenBetween = (from: ProcessorTime, to: ProcessorTime): ProcessorTime => ({
  dynamoDb: to.dynamoDb - from.dynamoDb,
  lambdas: to.lambdas - from.lambdas,
  surroundings: to.surroundings - from.surroundings,
});

import type { WeightsEditions } from '../../domain/matching/weights.ts';
import { makeZoneClient } from '../demo/client.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { putBackParked, withFaults } from './fault-control.ts';
import { introductions, operationsOf, organizations } from './operations.ts';
import { consultOracle, type Findings } from './oracle.ts';
import { type Performed, perform } from './perform.ts';
import type { Settings } from './settings.ts';

type Zone = {
  readonly api: string;
  readonly tokenEndpoint: string;
  readonly mailbox: string;
  readonly control: string;
  readonly timeZone: string;
  readonly weights: WeightsEditions;
  readonly idle: (timeoutSeconds: number) => Promise<boolean>;
};

const longestWait = 300;

/** Figures of one round, and of all rounds before it in the same zone. */
export type Round = Findings & {
  readonly seed: number;
  readonly operations: number;
  readonly conflicts: number;
  readonly askedAgain: number;
  /** Messages that had gone to a dead-letter queue and were put back. */
  readonly putBack: number;
  /** How many calls the Lambdas made, and what went wrong with how many of them, by kind. */
  readonly calls: number;
  readonly faults: Readonly<Record<string, number>>;
};

/** What a round may not end with. A mail that comes again may be the price of an end between sending and noting it. */
export const isSound = ({ differences, toldTwice, untold, calls, faults }: Round): boolean => {
  const interrupted = calls === 0 ? 0 : Object.values(faults).reduce((sum, count) => sum + count, 0);
  return differences.length + untold.length === 0 && (interrupted > 0 || toldTwice.length === 0);
};

/** Rounds of operations in one zone, each checked once the zone is idle; ends at the first that is not sound. */
export async function* tortureRounds(
  zone: Zone,
  { seed, operations, clients, minutes, faults: rate }: Omit<Settings, 'zone'>,
  millisecondsNow: () => number,
): AsyncGenerator<Round> {
  const client = makeZoneClient(zone);
  await perform(client, zone.api, introductions, 1);
  const end = millisecondsNow() + minutes * 60_000;
  const settle = async (): Promise<void> => {
    if (!(await zone.idle(longestWait)))
      throw new LocalFailure(`The zone was still busy after ${longestWait} seconds.`);
  };
  let round = 0;
  do {
    const current = seed + round;
    let performed: Performed = { done: new Map(), conflicts: 0, askedAgain: 0 };
    const { calls, faults } = await withFaults(zone.control, { seed: current, rate }, async () => {
      performed = await perform(client, zone.api, operationsOf(current, operations), clients);
      await settle();
    });
    await settle();
    const putBack = await putBackParked(zone.control);
    await settle();
    const { done, conflicts, askedAgain } = performed;
    const found = {
      ...(await consultOracle(zone, client, organizations)),
      seed: current,
      operations: [...done.values()].reduce((sum, count) => sum + count, 0),
      conflicts,
      askedAgain,
      putBack,
      calls,
      faults,
    };
    yield found;
    if (!isSound(found)) return;
    round += 1;
  } while (millisecondsNow() < end);
}

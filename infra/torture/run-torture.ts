import type { WeightsEditions } from '../../domain/matching/weights.ts';
import { makeZoneClient } from '../demo/client.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { introductions, operationsOf, organizations } from './operations.ts';
import { consultOracle, type Findings } from './oracle.ts';
import { perform } from './perform.ts';
import type { Settings } from './settings.ts';

type Zone = {
  readonly api: string;
  readonly tokenEndpoint: string;
  readonly mailbox: string;
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
};

const isSound = ({ differences, toldTwice, untold }: Findings): boolean =>
  differences.length + toldTwice.length + untold.length === 0;

/** Rounds of operations in one zone, each checked once the zone is idle; ends at the first that is not sound. */
export async function* tortureRounds(
  zone: Zone,
  { seed, operations, clients, minutes }: Omit<Settings, 'zone'>,
  millisecondsNow: () => number,
): AsyncGenerator<Round> {
  const client = makeZoneClient(zone);
  await perform(client, zone.api, introductions, 1);
  const end = millisecondsNow() + minutes * 60_000;
  let round = 0;
  do {
    const current = seed + round;
    const { done, conflicts } = await perform(client, zone.api, operationsOf(current, operations), clients);
    if (!(await zone.idle(longestWait)))
      throw new LocalFailure(`The zone was still busy after ${longestWait} seconds.`);
    const findings = await consultOracle(zone, client, organizations);
    yield {
      ...findings,
      seed: current,
      operations: [...done.values()].reduce((sum, count) => sum + count, 0),
      conflicts,
    };
    if (!isSound(findings)) return;
    round += 1;
  } while (millisecondsNow() < end);
}

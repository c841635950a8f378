import type { WeightsEditions } from '../../domain/matching/weights.ts';
import { makeZoneClient } from '../demo/client.ts';
import {
  busyWith,
  type FaultFigures,
  outagesOf,
  putBackParked,
  runSchedule,
  stepClock,
  sumOfMetric,
  withFaults,
} from '../local/control/client.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { introductions, operationsOf, organizations } from './operations.ts';
import { consultOracle, type Findings } from './oracle.ts';
import { beginDay, type Performed, perform } from './perform.ts';
import type { Settings } from './settings.ts';

type Zone = {
  readonly api: string;
  readonly tokenEndpoint: string;
  readonly mailbox: string;
  readonly control: string;
  readonly timeZone: string;
  readonly weights: WeightsEditions;
  readonly usesNegativeLists: boolean;
  readonly idle: (timeoutSeconds: number) => Promise<boolean>;
  /** Stops it and starts it again on its kept data, at the same addresses. */
  readonly restart: () => Promise<void>;
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
  /** Requests and judgements so far that came after those of a newer version. */
  readonly overtaken: number;
  /** Outages of services, by kind, and restarts of the zone, since it was started last and in this round. */
  readonly outages: Readonly<Record<string, number>>;
  readonly restarts: number;
  readonly wrong: FaultFigures;
  /** How often the Lambda that mails was disturbed so far: each time may bring one mail once more. */
  readonly mailingDisturbed: number;
};

/** The Lambda that mails. It notes a mail after sending it: where it is kept from that, the mail comes once more. */
const mailing = 'NotificationNotifyMatch';

const faultsOf = ({ faultsByLambda }: FaultFigures, lambda: string): number =>
  Object.entries(faultsByLambda).reduce((sum, [name, count]) => (name.startsWith(lambda) ? sum + count : sum), 0);

/** How many mails may be on their way when a service is gone: two runs of the Lambda that mails, and the daily one. */
const mostMailing = 3;

/** Whether the promises were kept. */
export const isSound = ({
  differences,
  untold,
  stale,
  repeats,
  mailingDisturbed,
}: Pick<Round, 'differences' | 'untold' | 'stale' | 'repeats' | 'mailingDisturbed'>): boolean =>
  differences.length + untold.length + stale.length === 0 && repeats <= mailingDisturbed;

/** Rounds of operations in one zone, each checked once the zone is idle; ends at the first that is not sound. */
export async function* tortureRounds(
  zone: Zone,
  { seed, operations, clients, minutes, faults: rate, outages, restarts }: Omit<Settings, 'zone'>,
  millisecondsNow: () => number,
): AsyncGenerator<Round> {
  const client = makeZoneClient(zone);
  await perform(client, zone, introductions, 1);
  const end = millisecondsNow() + minutes * 60_000;
  const settle = async (): Promise<void> => {
    if (await zone.idle(longestWait)) return;
    const busy = (await busyWith(zone.control)).join(', ');
    throw new LocalFailure(`The zone was still busy after ${longestWait} seconds: ${busy}.`);
  };
  let round = 0;
  let mailingDisturbed = 0;
  do {
    const current = seed + round;
    let performed: Performed = { done: new Map(), conflicts: 0, askedAgain: 0 };
    const wrong = await withFaults(zone.control, { seed: current, rate }, async () => {
      performed = await perform(client, zone, operationsOf(current, operations, { outages, restarts }), clients);
      await settle();
    });
    await settle();
    const parked = await putBackParked(zone.control);
    await settle();
    await stepClock(zone.control, 86_400);
    await beginDay(zone.control);
    await settle();
    // What was for the daily mail, or more than a contact's share of the day, and what nobody was told for a fault.
    await runSchedule(zone.control, 'DueMail');
    await settle();
    const { done, conflicts, askedAgain } = performed;
    mailingDisturbed += faultsOf(wrong, mailing) + (outages + restarts) * mostMailing;
    const found = {
      ...(await consultOracle(zone, client, organizations)),
      seed: current,
      operations: [...done.values()].reduce((sum, count) => sum + count, 0),
      conflicts,
      askedAgain,
      putBack: parked.reduce((sum, { putBack }) => sum + putBack, 0),
      outages: await outagesOf(zone.control),
      restarts: done.get('restart') ?? 0,
      overtaken:
        (await sumOfMetric(zone.control, 'RequestsOvertaken')) +
        (await sumOfMetric(zone.control, 'JudgementsOvertaken')),
      wrong,
      mailingDisturbed,
    };
    yield found;
    if (!isSound(found)) return;
    round += 1;
  } while (millisecondsNow() < end);
}

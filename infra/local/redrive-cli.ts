import { parseArgs } from 'node:util';
import { putBackParked } from './control/client.ts';
import { print, tell } from './terminal.ts';

const help = `Puts back what the dead-letter queues of a zone on this machine hold: messages to the queue that they came from,
stream records to the Lambda that reads them. What fails again stays.

  npm run redrive -- --control URL

  --control URL  the zone's control address, as npm start and npm run demo -- --keep print it

For a zone on AWS see docs/runbook.md. Exit code: 0; 1 where something stays or the zone does not answer; 2 where an
argument is wrong.`;

async function redrive(control: URL): Promise<number> {
  const queues = await putBackParked(control.href);
  for (const { queue, putBack, left } of queues) print(`${queue}: ${putBack} put back, ${left} left`);
  if (queues.length === 0) print('No dead-letter queue holds anything.');
  return queues.some(({ left }) => left > 0) ? 1 : 0;
}

async function main(): Promise<number> {
  let control: URL | undefined;
  try {
    const { values } = parseArgs({
      options: { control: { type: 'string' }, help: { type: 'boolean', default: false } },
    });
    if (values.help) {
      print(help);
      return 0;
    }
    control = URL.parse(values.control ?? '') ?? undefined;
    if (!control) throw new Error('--control is needed: the address that the zone printed.');
  } catch (error) {
    tell(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return 2;
  }
  try {
    return await redrive(control);
  } catch {
    tell(
      `No zone answers at ${control.href}. Start one with npm start, and give the address that it prints as Control.`,
    );
    return 1;
  }
}

process.exitCode = await main();

import { putBackParked } from './control/client.ts';
import { runControlCommand } from './control/command.ts';
import { print } from './terminal.ts';

const help = `Puts back what the dead-letter queues of a zone on this machine hold: messages to the queue that they came from,
stream records to the Lambda that reads them. What fails again stays.

  npm run redrive -- --control URL

  --control URL  the zone's control address, as npm start and npm run demo -- --keep print it

For a zone on AWS see docs/runbook.md. Exit code: 0; 1 where something stays or the zone does not answer; 2 where an
argument is wrong.`;

process.exitCode = await runControlCommand(help, async (control) => {
  const queues = await putBackParked(control);
  for (const { queue, putBack, left } of queues) print(`${queue}: ${putBack} put back, ${left} left`);
  if (queues.length === 0) print('No dead-letter queue holds anything.');
  return queues.some(({ left }) => left > 0) ? 1 : 0;
});

import { reconcile } from './control/client.ts';
import { runControlCommand } from './control/command.ts';
import { print, tell } from './terminal.ts';

const help = `Has every listed demand of a zone on this machine judged anew, and what is on record otherwise mended, as the
zone does by itself each night; tells how many there were.

  npm run reconcile -- --control URL

  --control URL  the zone's control address, as npm start and npm run demo -- --keep print it

For a zone on AWS see docs/runbook.md. Exit code: 0; 1 where something differed, or the zone does not answer; 2 where an
argument is wrong.`;

process.exitCode = await runControlCommand(help, async (control) => {
  tell('Having every listed demand judged anew.');
  const { demands, differences } = await reconcile(control);
  print(`${demands} demands judged anew, ${differences} records differed${differences > 0 ? ' and were mended' : ''}`);
  return differences > 0 ? 1 : 0;
});

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { checkPort } from './listen.ts';
import { LocalFailure } from './local-failure.ts';
import { type LocalZone, startZone } from './start-zone.ts';
import { synthesize } from './synthesize.ts';
import { interrupted, print, tell } from './terminal.ts';

const help = `Runs a zone on this machine until Ctrl-C: an empty one, or with --data the one that was.

  npm start -- [--zone ID] [--port N] [--data DIR] [--json] [--logs]

  --zone ID   the zone's record in infra/zones (cn-bj-data-pilot)
  --port N    the API's port; 0 takes a free one (0)
  --data DIR  keeps the zone's data in DIR and goes on with what is there; for one zone at a time
  --json      one line of JSON on standard output when ready: api, mailbox, tokenEndpoint, control
  --logs      what the Lambdas write, on standard error`;

type Settings = {
  readonly zone: string;
  readonly port: number;
  readonly data: string | undefined;
  readonly json: boolean;
  readonly logs: boolean;
};

function readSettings(): Settings | 'help' {
  const { values } = parseArgs({
    options: {
      zone: { type: 'string', default: 'cn-bj-data-pilot' },
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      logs: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65535)) throw new LocalFailure(`--port ${values.port} is no port: 0 to 65535.`);
  if (values.data === '') throw new LocalFailure('--data needs a folder.');
  const data = values.data === undefined ? undefined : resolve(values.data);
  return { zone: values.zone, port, data, json: values.json, logs: values.logs };
}

function announce({ api, mailbox, tokenEndpoint, control }: LocalZone, json: boolean): void {
  if (json) {
    print(JSON.stringify({ api, mailbox, tokenEndpoint, control }));
    return;
  }
  print(`API             ${api}`);
  print(`Token endpoint  ${tokenEndpoint}   (client_id = organization, any client_secret, scope = member | operator)`);
  print(`Mailbox         ${mailbox}`);
  print(`Control         ${control}   (GET /idle?timeout=SECONDS, /bus, /queues, /schedules, /metrics)`);
  print('Ctrl-C stops everything.');
}

async function runZone(settings: Settings, assembly: string): Promise<number> {
  await checkPort(settings.port);
  const stopping = new AbortController();
  const stopped = interrupted().then(() => stopping.abort());
  tell(`Synthesizing the zone ${settings.zone}.`);
  await synthesize(settings.zone, assembly, stopping.signal).catch((error: unknown) => {
    // At Ctrl-C the terminal ends CDK, too: that is no failure.
    if (!stopping.signal.aborted) throw error;
  });
  if (stopping.signal.aborted) return 0;
  const zone = await startZone({
    assembly,
    port: settings.port,
    ...(settings.data !== undefined && { data: settings.data }),
    onProgress: tell,
    ...(settings.logs && { onLog: ({ functionName, line }) => tell(`${functionName} ${line}`) }),
  });
  if (!stopping.signal.aborted) announce(zone, settings.json);
  await stopped;
  tell('Stopping.');
  await zone.stop();
  return 0;
}

process.exitCode = await runCommand({
  help,
  readSettings,
  run: runZone,
  isWrongUse: (error) => error instanceof LocalFailure,
});

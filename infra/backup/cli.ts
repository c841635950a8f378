import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { settingsOf } from '../local/command.ts';
import { localClient } from '../local/local-client.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { print, tellFailure } from '../local/terminal.ts';
import { zoneOf } from '../zones/zones.ts';
import { copyTable, differences, exportZone, restoreZone } from './backup.ts';
import { help, readSettings, type Settings } from './settings.ts';

const done = 0;
const failed = 1;

async function run(settings: Settings): Promise<number> {
  const { zone, endpoint } = settings;
  const { region } = zoneOf(zone);
  const client = new DynamoDBClient(endpoint === undefined ? { region } : localClient(endpoint, region));
  switch (settings.task) {
    case 'export': {
      const { tables } = await exportZone(client, zone, settings.folder, () => new Date().toISOString());
      for (const [kind, { rows, sha256 }] of Object.entries(tables)) print(`${kind}: ${rows} rows, ${sha256}`);
      return done;
    }
    case 'compare': {
      const found = await differences(client, zone, settings.folder);
      for (const line of found) print(line);
      if (found.length === 0) print('Every table holds what the backup does.');
      return found.length === 0 ? done : failed;
    }
    case 'restore':
      await restoreZone(client, zone, settings.folder, (kind, rows) => print(`${kind}: ${rows} rows restored`));
      return done;
    case 'copy': {
      const { rows } = await copyTable(client, settings.from, settings.to);
      print(`${rows} rows copied`);
      return done;
    }
  }
}

async function main(): Promise<number> {
  const asked = settingsOf({ help, readSettings: () => readSettings(process.argv.slice(2)) });
  if ('exit' in asked) return asked.exit;
  const { settings } = asked;
  try {
    return await run(settings);
  } catch (error) {
    tellFailure(error instanceof Error ? new LocalFailure(error.message) : error);
    return failed;
  }
}

process.exitCode = await main();

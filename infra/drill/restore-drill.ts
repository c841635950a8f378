import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { differences, exportZone, restoreZone } from '../backup/backup.ts';
import { tablesOf } from '../backup/zone-tables.ts';
import { makeZoneClient } from '../demo/client.ts';
import type { Market } from '../demo/market.ts';
import { seedMarket } from '../demo/seed.ts';
import { reconcile } from '../local/control/client.ts';
import { startDynamoDb } from '../local/dynamodb/server.ts';
import { createTables } from '../local/dynamodb/tables.ts';
import { localClient } from '../local/local-client.ts';
import { type LocalZone, startZone, type ZoneOptions } from '../local/start-zone.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { Stack } from '../local/template/stack.ts';
import { ruin } from './damage.ts';
import { observe } from './observed.ts';

type Drill = {
  readonly zone: string;
  readonly assembly: string;
  readonly market: Market;
  /** An empty folder for the zone's data and its backup. */
  readonly folder: string;
  readonly tell: (line: string) => void;
  /** How the market is posted; as the demo posts it where nothing is said. */
  readonly post?: (zone: LocalZone, market: Market) => Promise<unknown>;
  /** What else the first zone is started with. */
  readonly options?: Pick<ZoneOptions, 'capacity' | 'onLog'>;
};

const postMarket = (zone: LocalZone, market: Market) => seedMarket(makeZoneClient(zone), market, quiet);
const quiet = { step: () => undefined, count: () => undefined, end: () => undefined };

/** Tables in which nothing may be written again by what the restored rows set off. */
const settled = ['listings', 'organizations', 'matches', 'deliveries', 'invitations'];

/** Posts a market in a zone, backs it up, and stops it. */
async function fill(
  { zone: id, assembly, market, tell, post = postMarket, options }: Drill,
  data: string,
  backup: string,
) {
  const zone = await startZone({ assembly, data, ...options });
  const client = new DynamoDBClient(localClient(zone.endpoints.dynamodb, zone.region));
  try {
    await post(zone, market);
    await zone.idle(120);
    const before = await observe(
      zone,
      market.organizations.map(({ id: organization }) => organization),
    );
    tell(`1. A zone with ${before.listings} listings, ${before.matches} matches and ${before.mails} mails.`);
    const { tables } = await exportZone(client, id, backup, () => new Date().toISOString());
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    tell(`2. Backed up: ${rows} rows of ${Object.keys(tables).length} tables.`);
    return before;
  } finally {
    client.destroy();
    await zone.stop();
  }
}

/** With no Lambda running: loses tables and rows, makes the tables anew, and restores the rows; answers what still differs. */
async function loseAndRestore({ zone: id, assembly, tell }: Drill, data: string, backup: string) {
  const dynamoDb = await startDynamoDb(join(data, 'dynamodb'));
  const stack = new Stack(readAssembly(assembly), new Map());
  const client = new DynamoDBClient(localClient(dynamoDb.endpoint, stack.region));
  try {
    const { tablesLost, rowsRuined } = await ruin(client, await tablesOf(client, id));
    tell(`3. Every Lambda stopped; lost: the tables ${tablesLost.join(', ')}; ruined: ${rowsRuined} rows of others.`);
    await createTables(stack, dynamoDb.endpoint);
    const differed = await differences(client, id, backup);
    tell(`4. The tables are made anew; ${differed.length} tables differ from the backup.`);
    const restored: string[] = [];
    await restoreZone(client, id, backup, (kind, rows) => restored.push(`${kind} ${rows}`));
    tell(`5. Restored, those first that say what was told to whom: ${restored.join(', ')}.`);
    return { differed: differed.length, left: await differences(client, id, backup) };
  } finally {
    client.destroy();
    await dynamoDb.stop();
  }
}

/** Starts the zone on what was restored; answers what is not as it was before. */
async function compare(
  { zone: id, assembly, market, tell }: Drill,
  data: string,
  backup: string,
  before: Awaited<ReturnType<typeof fill>>,
) {
  const zone = await startZone({ assembly, data });
  const client = new DynamoDBClient(localClient(zone.endpoints.dynamodb, zone.region));
  try {
    if (!(await zone.idle(120))) return ['the zone was not idle within two minutes'];
    const { demands, differences: mended } = await reconcile(zone.control);
    tell(`7. Started again; ${demands} demands judged anew, ${mended} records differed.`);
    const changed = (await differences(client, id, backup)).filter((line) =>
      settled.some((kind) => line.startsWith(kind)),
    );
    const after = await observe(
      zone,
      market.organizations.map(({ id: organization }) => organization),
    );
    tell(
      `8. ${after.listings} listings, ${after.matches} matches and ${after.mails} mails; the same answers to everybody: ${after.answers === before.answers ? 'yes' : 'no'}.`,
    );
    return [
      ...(mended > 0 ? [`${mended} records differed from what the judge says`] : []),
      ...changed.map((line) => `what was restored was written again: ${line}`),
      ...(after.mails === before.mails ? [] : [`${after.mails - before.mails} mails went out again`]),
      ...(after.answers === before.answers ? [] : ['the API answers otherwise than before']),
    ];
  } finally {
    client.destroy();
    await zone.stop();
  }
}

/** Loses tables and rows of a zone and restores them from a backup; answers what was not as before, in sentences: none where all is well. */
export async function drillRestore(drill: Drill): Promise<readonly string[]> {
  const [data, backup] = [join(drill.folder, 'zone'), join(drill.folder, 'backup')];
  const before = await fill(drill, data, backup);
  const { differed, left } = await loseAndRestore(drill, data, backup);
  drill.tell(`6. ${left.length} tables differ from the backup.`);
  const wrong = await compare(drill, data, backup, before);
  return [...(differed < 5 ? ['too little was lost to show anything'] : []), ...left, ...wrong];
}

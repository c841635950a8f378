import { setTimeout } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { MatchId } from '../../domain/ids.ts';
import { shape, type TableShape } from '../../functions/_adapters/dynamo/shape.ts';
import { runSchedule, stepClock } from '../../infra/local/control/client.ts';
import { accessKeyOf } from '../../infra/local/door/caller.ts';
import { localClient } from '../../infra/local/local-client.ts';
import { beijingDataPilot } from '../../infra/zones/cn-bj-data-pilot.ts';
import { now } from '../builders/moment.ts';
import { resourcesOf } from '../infra/template.ts';
import { bounceOf } from '../mail/reports.ts';
import { demandId, matchId } from '../stores/ids.ts';
import { Invitee } from './invitations.ts';
import { demandBody, mapTags, offerBody } from './listings.ts';
import { Reader } from './reader.ts';
import { rights } from './rights.ts';
import { tuned } from './tuned.ts';
import { Visitor } from './visitor.ts';
import { ZoneUnderTest } from './zone.ts';

const dayMs = 86_400_000;
const later = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();

/** So small that every way through the zone is taken; and rules that begin today. */
const tuning = {
  variables: {
    PAIRS_AT_ONCE: '3',
    PROMPT_LISTINGS_A_MINUTE: JSON.stringify({ organization: 2, domain: 1000 }),
    MAILS_A_MINUTE: '140',
    RETRY_AFTER_SECONDS: '[1]',
    PUBLIC_PAGE: 'true',
    MATCH_WEIGHTS: JSON.stringify([
      ...beijingDataPilot.weights,
      { ...beijingDataPilot.weights[0], version: 'today', effectiveFrom: later(0).slice(0, 10) },
    ]),
  },
  // A second more than what notify-match keeps for one demand.
  timeouts: { NotificationNotifyMatch: 121 },
  windowSeconds: 1,
};

const Permissions = z.object({
  permissions: z.array(
    z.object({
      lambda: z.string(),
      action: z.string(),
      resource: z.string(),
      via: z.string().optional(),
      used: z.boolean(),
    }),
  ),
});
const Stops = z.object({ items: z.array(z.looseObject({ contact: z.string() })) });
const Items = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

let assembly: Awaited<ReturnType<typeof tuned>>;
let zone: ZoneUnderTest;
let sqs: SQSClient;

const ok = async (path: string, call: Parameters<ZoneUnderTest['call']>[1] = {}): Promise<unknown> => {
  const { status, body } = await zone.call(path, call);
  if (status >= 300) {
    const why = zone.logs.findLast((line) => line.includes('request failed')) ?? '';
    throw new Error(`${call.method ?? 'GET'} ${path}: ${status} ${JSON.stringify(body)} ${status === 500 ? why : ''}`);
  }
  return body;
};
const operator = (path: string, call: object = {}) => ok(path, { as: 'zone', scope: 'operator', ...call });
const unused = async () => {
  const answer = await fetch(new URL('/permissions', zone.zone.control));
  return Permissions.parse(await answer.json()).permissions.filter(({ used }) => !used);
};

/** What nobody can read, put on a queue; on none where its name begins otherwise. */
async function sendNonsense(queue: RegExp): Promise<void> {
  const { queues } = z
    .object({ queues: z.array(z.object({ id: z.string(), url: z.string() })) })
    .parse(await (await fetch(new URL('/queues', zone.zone.control))).json());
  for (const { id, url } of queues) {
    if (queue.test(id)) await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'no JSON' }));
  }
}

const post = async (path: '/v1/offers' | '/v1/demands', as: string, body: unknown): Promise<string> => {
  const headers = { 'idempotency-key': `key-${path.length}` };
  const [first, again] = [
    await zone.call(path, { method: 'POST', as, body, headers }),
    await ok(path, { method: 'POST', as, body, headers }),
  ];
  expect(again).toEqual(first.body);
  return z.object({ id: z.string() }).parse(again).id;
};

beforeAll(async () => {
  assembly = await tuned(inject('assembly'), tuning);
  zone = await ZoneUnderTest.start({ assembly: assembly.folder });
  sqs = new SQSClient(localClient(zone.zone.endpoints.sqs, zone.zone.region));
});
afterAll(async () => {
  sqs?.destroy();
  await zone?.zone.stop();
  await assembly?.remove();
});

/** Addresses of which servers say that they do not exist, or to come back later; and one is mailed again. */
async function bounceAndRelease(invitee: Invitee): Promise<void> {
  await invitee.name('org-bouncing', 'gone@simulator.example');
  await invitee.name('org-late', 'greylisted@simulator.example');
  await zone.verify('org-late', {
    contacts: [{ email: 'greylisted+b@simulator.example', locale: 'en', confirmed: true }],
  });
  const [headers, left] = [{ 'content-type': 'message/rfc822' }, 'left@example.com'];
  await operator('/v1/bounces', {
    method: 'POST',
    headers,
    raw: bounceOf(left, { mark: await new Reader(zone).mark(left) }),
  });
  for (const { contact } of Stops.parse(await operator('/v1/stopped-addresses')).items)
    await operator(`/v1/stopped-addresses/${contact}`, { method: 'DELETE' });
}

/** Somebody is named, invited, asked after and confirms; and the key that signs the link is changed. */
async function inviteSomebody(): Promise<void> {
  const invitee = new Invitee(zone);
  await invitee.name('org-inviting', 'desk@inviting.example');
  expect(await invitee.told('org-inviting')).toEqual({ 'desk@inviting.example': 'sent' });
  await operator('/v1/organizations/org-inviting/invitations');
  await zone.runSchedule('SigningKeysRotation');
  await bounceAndRelease(invitee);
  const token = await invitee.tokenOf('desk@inviting.example');
  expect((await invitee.press(token, 'confirm')).status).toBe(200);
}

/** Somebody who is mailed says which mails it wants, has them ended, and withdraws. */
async function readPreferences(): Promise<void> {
  await zone.verify('org-choosing');
  const reader = new Reader(zone);
  const links = await reader.links({ organization: 'org-choosing', email: 'org-choosing@example.com' });
  expect((await reader.press(links.unsubscribe)).status).toBe(200);
  expect((await reader.choose(links.preferences, { action: 'withdraw' })).status).toBe(200);
}

/** Two buyers whose address nobody has, one of them mailed once a day. */
async function mailNobody(): Promise<void> {
  for (const [as, mode] of [
    ['org-gone', 'instant'],
    ['org-gone-daily', 'daily'],
  ] as const) {
    await zone.verify(as, { contacts: [{ email: `gone+${mode}@simulator.example`, locale: 'en', confirmed: true }] });
    await zone.post('/v1/demands', as, demandBody({ domains: ['04'], notify: { mode } }));
  }
  await zone.post('/v1/offers', 'org-supplier', offerBody({ domain: '04' }));
}

/** A supplier that hears each week what buyers look for, at an address that nobody has and one that puts mails off. */
async function reportWeekly(): Promise<void> {
  const contacts = ['gone+weekly', 'greylisted+weekly'].map((name) => ({
    email: `${name}@simulator.example`,
    locale: 'en',
    confirmed: true,
  }));
  await zone.verify('org-reported', { supplierReport: 'weekly', contacts });
  await zone.post('/v1/offers', 'org-reported', offerBody({ domain: '91' }));
  await stepClock(zone.zone.control, 4 * 86_400);
  await zone.runSchedule('NewWeek');
}

/** A preview that shows listings, as it does of five that are three organizations'. */
async function previewForMany(): Promise<void> {
  const domain = '91';
  const crowd = ['org-third', 'org-fourth', 'org-fifth'];
  for (const as of crowd) await zone.verify(as);
  for (const as of [...crowd, ...crowd.slice(1)])
    await zone.post('/v1/demands', as, demandBody({ domains: [domain], notify: { mode: 'off' } }));
  const shown = await ok('/v1/offers/preview', { method: 'POST', as: 'org-supplier', body: offerBody({ domain }) });
  expect(z.looseObject({ best: z.array(z.unknown()) }).parse(shown).best).toHaveLength(5);
}

/** The zone is counted, and shown to its operator and to anybody. */
async function count(): Promise<void> {
  await zone.runSchedule('NightlyCount');
  await operator('/v1/statistics');
  await operator('/v1/statistics/unmet-demand');
  const visitor = new Visitor(zone);
  await visitor.signIn('zone', '/v1/statistics-page');
  for (const page of ['/v1/statistics-page', '/v1/public-statistics'])
    expect((await visitor.open(page)).status).toBe(200);
}

const Queues = z.object({
  queues: z.array(z.object({ queue: z.string(), held: z.number(), messages: z.array(z.object({ id: z.string() })) })),
});

/** What is parked everywhere is looked at, put back where it can be, and goes; and things are judged anew. */
async function mend(offer: string): Promise<void> {
  for (const stays of [false, true]) {
    await sendNonsense(/DeadLetters/);
    const { queues } = Queues.parse(await operator('/v1/parked-messages'));
    expect(queues.filter(({ held }) => held === 0)).toEqual([]);
    if (!stays) await operator('/v1/parked-messages/redrive', { method: 'POST', body: {} });
    else {
      for (const { queue, messages } of queues) {
        const body = { queue, id: messages[0]?.id, note: 'Nonsense.' };
        await operator('/v1/parked-messages/deletion', { method: 'POST', body });
      }
    }
  }
  const post = (path: string, body?: object) => operator(path, { method: 'POST', body });
  // One of its two of this minute is left to the new one, which nobody verifies; the supplier has used its own.
  await zone.post('/v1/demands', 'org-replayed', demandBody({ domains: ['92'], notify: { mode: 'off' } }));
  await post('/v1/replays', { of: 'organization', id: 'org-replayed' });
  await post('/v1/replays', { of: 'listing', id: offer });
  await post('/v1/replays', { of: 'organization', id: 'org-supplier' });
  await post('/v1/reconciliations');
}

/** Everything that is kept of some organizations is handed out, and goes. */
async function handOutAndDelete(...ids: readonly string[]): Promise<void> {
  for (const id of ids) await operator(`/v1/organizations/${id}/export`);
  const body = { note: 'Asked for by letter.' };
  const isDone = async (id: string): Promise<boolean> => {
    const answer = await operator(`/v1/organizations/${id}/deletion`, { method: 'POST', body });
    return z.looseObject({ state: z.string() }).parse(answer).state === 'done';
  };
  for (let left = ids; left.length > 0; ) {
    const done = await Promise.all(left.map(isDone));
    left = left.filter((_, index) => !done[index]);
    if (left.length > 0) await zone.settle();
  }
  await ok('/v1/proof-keys');
}

/** A row of an edition that is written no more, and one of the index as it stood before it had compact rows. */
async function plantOldRows(offer: string, domain: string): Promise<void> {
  const dynamo = DynamoDBDocumentClient.from(
    new DynamoDBClient(localClient(zone.zone.endpoints.dynamodb, zone.zone.region)),
  );
  const TableName = `${zone.zone.stackName}-${idOf('AWS::DynamoDB::Table', 'Deliveries')}`;
  const record = { demandId: demandId(1), matchId: matchId(1), contact: '0123456789abcdef', state: 'mailed' };
  const Item = {
    demandId: record.demandId,
    delivery: `${record.matchId}#${record.contact}`,
    record: { ...record, at: now },
  };
  await dynamo.send(new PutCommand({ TableName, Item }));
  const bare = { domain: `offer#${domain}`, listingId: offer, organizationId: 'org-supplier' };
  const index = `${zone.zone.stackName}-${idOf('AWS::DynamoDB::Table', 'Candidates')}`;
  await dynamo.send(new PutCommand({ TableName: index, Item: bare }));
  dynamo.destroy();
}

/** The two that try the zone out, with what their listings ask for. */
async function letCanaryTry(): Promise<void> {
  const heldTags = ['mlps-5', 'dcmm-5', 'dsmm-5'].map((tag) => ({ tag, validUntil: later(365).slice(0, 10) }));
  await zone.verify('canary-supplier');
  await zone.verify('canary-buyer', { heldTags });
  expect(await runSchedule(zone.zone.control, 'TryOut')).toMatchObject({ payload: { passed: 1, failed: 0 } });
}

/** Everything that the zone can do, once. */
async function doEverything(): Promise<void> {
  const contacts = ['a', 'b', 'c', 'd'].map((name) => ({
    email: `${name}@example.com`,
    locale: 'en',
    confirmed: true,
  }));
  const certified = { heldTags: [{ tag: 'mlps-3', validUntil: later(9).slice(0, 10) }] };
  await zone.verify('org-supplier');
  await zone.verify('org-buyer', { contacts });
  await zone.verify('org-daily', certified);
  await zone.verify('org-hk', { jurisdiction: 'HK' });
  await inviteSomebody();
  await readPreferences();
  await ok('/v1/organization', { as: 'org-daily' });
  await operator('/v1/organizations/org-daily');

  const demand = await post('/v1/demands', 'org-daily', demandBody({ notify: { mode: 'daily' } }));
  for (const title of ['One', 'Two', 'Three'])
    await zone.post('/v1/demands', 'org-hk', demandBody({ title, jurisdiction: 'HK' }));
  const offer = await post('/v1/offers', 'org-supplier', offerBody({ disclosure: ['organization'] }));
  const supply = (fields: object) => zone.post('/v1/offers', 'org-supplier', offerBody({ ...fields }));
  await zone.post('/v1/demands', 'org-late', demandBody({ domains: ['03'] }));
  await supply({ title: 'For who is put off', domain: '03' });
  const maps = await supply({ title: 'Maps', complianceTags: mapTags });
  const ending = await supply({ title: 'Ends', validUntil: later(5) });
  const out = await supply({ title: 'Out', validUntil: later(5) });
  const certifiedOnly = await supply({ title: 'Certified', recipientTags: ['mlps-3'] });
  await mailNobody();
  await zone.settle();
  // Whoever becomes a contact once there are demands is told of what was found for each before.
  const daily = ['org-daily@example.com', 'joined@example.com'].map((email) => ({
    email,
    locale: 'en',
    confirmed: true,
  }));
  await zone.verify('org-daily', { ...certified, contacts: daily });
  await zone.settle();

  await previewForMany();
  await ok('/v1/offers', { as: 'org-supplier' });
  const { items } = Items.parse(await ok(`/v1/matches?offer=${offer}`, { as: 'org-daily' }));
  await ok(`/v1/matches/${items[0]?.id}`, { as: 'org-daily' });
  const reader = new Reader(zone);
  const matchId = MatchId.parse(items[0]?.id);
  const mail = { organization: 'org-daily', email: 'org-daily@example.com', matchIds: [matchId] };
  expect((await reader.open((await reader.links(mail)).match(matchId))).status).toBe(200);
  const visitor = new Visitor(zone);
  await visitor.signIn('org-daily', '/v1/match-pages');
  for (const path of ['/v1/match-pages', `/v1/match-page/${matchId}`])
    expect((await visitor.open(path)).status).toBe(200);
  await zone.revise(
    `/v1/demands/${demand}`,
    'org-daily',
    demandBody({ notify: { mode: 'daily' }, keywords: ['freight'] }),
  );
  await ok(`/v1/offers/${offer}/near-matches`, { as: 'org-supplier' });
  await ok(`/v1/demands/${demand}/near-matches`, { as: 'org-daily' });
  const [review] = Items.parse(await operator('/v1/reviews')).items;
  await operator(`/v1/reviews/${review?.id}`);
  await operator(`/v1/reviews/${review?.id}`, { method: 'POST', body: { decision: 'clear', note: 'Seen.' } });

  const before = later(0);
  await zone.revise(`/v1/offers/${offer}`, 'org-supplier', offerBody({ domain: '66' }));
  expect((await reader.open((await reader.links(mail)).match(matchId))).status).toBe(410);
  await ok(`/v1/verdict?offer=${offer}&demand=${demand}`, { as: 'org-daily' });
  await operator(`/v1/verdict?offer=${offer}&demand=${demand}&at=${before}`);
  const suspension = `/v1/offers/${maps}/suspension`;
  await operator(suspension, { method: 'PUT', body: { note: 'Looked into.' } });
  await operator(suspension, { method: 'DELETE' });
  await operator(`/v1/offers/${out}/suspension`, { method: 'PUT', body: { note: 'Looked into.' } });
  await operator('/v1/organizations/org-inviting/suspension', { method: 'PUT', body: { note: 'Looked into.' } });
  await ok(`/v1/offers/${maps}`, { method: 'DELETE', as: 'org-supplier' });
  await operator(`/v1/audit?subject=${offer}`);
  await operator('/v1/audit?organization=org-supplier');
  await sendNonsense(/^(MatchingRequests|Notification(Notices|Invitations|WeeklyMail)|OperationReplays)Queue/);
  // The last has one listing, so that of its share of the minute something is left, whatever the others have used.
  for (const organization of ['org-supplier', 'org-daily', 'org-third'])
    await zone.verify(organization, { clearance: 4, ...certified });
  await mend(offer);
  await letCanaryTry();
  await count();
  await zone.runSchedule('Reconciliation');
  await plantOldRows(certifiedOnly, '54');
  await zone.runSchedule('RowMigration');
  await zone.nextMorning();

  await stepClock(zone.zone.control, 6 * 86_400);
  await zone.runSchedule('ExpirySweep');
  await operator(`/v1/offers/${out}/suspension`, { method: 'DELETE' });
  await stepClock(zone.zone.control, 5 * 86_400);
  await zone.runSchedule('NewDay');
  expect(await ok(`/v1/offers/${ending}`, { as: 'org-supplier' })).toMatchObject({ status: 'expired' });

  await reportWeekly();

  // Four mails, of which three may go in ten seconds: no time is left for the other demand, whose notice goes back.
  for (const title of ['One', 'Other'])
    await zone.post('/v1/demands', 'org-buyer', demandBody({ title, domains: ['01'] }));
  await zone.settle();
  await supply({ domain: '01' });
  await supply({ title: 'Who it is of is shown', disclosure: ['organization'] });
  await zone.settle();
  await handOutAndDelete('org-daily', 'org-choosing', 'org-inviting', 'org-reported');
}

/** What can be tried at a table, and at an index, by the words of rights.ts; so malformed that nothing is ever done. */
const tries: Readonly<Record<string, (table: string) => readonly [operation: string, body: object]>> = {
  get: (TableName) => ['GetItem', { TableName, Key: {} }],
  'batch-get': (table) => ['BatchGetItem', { RequestItems: { [table]: { Keys: [{}] } } }],
  put: (TableName) => ['PutItem', { TableName, Item: {} }],
  'batch-write': (table) => ['BatchWriteItem', { RequestItems: { [table]: [{}] } }],
  update: (TableName) => ['UpdateItem', { TableName, Key: {}, UpdateExpression: '?' }],
  delete: (TableName) => ['DeleteItem', { TableName, Key: {} }],
  query: (TableName) => ['Query', { TableName, KeyConditionExpression: '?' }],
  scan: (TableName) => ['Scan', { TableName, Limit: 0 }],
  check: (TableName) => ['TransactWriteItems', { TransactItems: [{ ConditionCheck: { TableName, Key: {} } }] }],
};

const pascal = (name: string): string => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** The logical id of a construct, which ends in its name and eight digits. */
const idOf = (type: string, construct: string): string =>
  resourcesOf(type).find(([id]) =>
    new RegExp(
      `^(Canary|Intake|Matching|History|Migration|Notification(?:Invitations|WeeklyMail)?|Operation|SigningKeys|Statistics|Storage)${construct}\\w{8}$`,
    ).test(id),
  )?.[0] ?? expect.fail(`the template has no ${construct}`);

/** Constructs that are not quite named as their folder. */
const constructs: Readonly<Record<string, string>> = { 'read-openapi': 'ReadOpenApi' };

/** What a Lambda is not refused, asking for everything that there is. */
async function allowed(folder: string): Promise<Record<string, string>> {
  const accessKey = accessKeyOf({
    lambda: idOf('AWS::Lambda::Function', constructs[folder] ?? pascal(folder)),
    environment: '1',
  });
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKey}/20261127/${zone.zone.region}/dynamodb/aws4_request`;
  const ask = async (operation: string, body: object): Promise<boolean> => {
    const headers = { authorization, 'x-amz-target': `DynamoDB_20120810.${operation}` };
    const answer = await fetch(zone.zone.doors.dynamodb, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(400);
    return !z
      .object({ __type: z.string() })
      .parse(await answer.json())
      .__type.endsWith('#AccessDeniedException');
  };
  const found: Record<string, string> = {};
  for (const [table, { indexes = {} }] of Object.entries<TableShape>(shape)) {
    const name = `${zone.zone.stackName}-${idOf('AWS::DynamoDB::Table', pascal(table))}`;
    const places = [[table, {}, Object.keys(tries)] as const].concat(
      Object.keys(indexes).map((IndexName) => [`${table}/${IndexName}`, { IndexName }, ['query', 'scan']] as const),
    );
    for (const [place, index, words] of places) {
      const asked = words.map(async (word) => {
        const [operation, body] = tries[word]?.(name) ?? expect.fail(word);
        return (await ask(operation, { ...body, ...index })) ? [word] : [];
      });
      const may = (await Promise.all(asked)).flat();
      if (may.length > 0) found[place] = may.toSorted().join(' ');
    }
  }
  return found;
}

describe('the roles of Lambdas', () => {
  // Everything takes its time where other tests run beside it.
  beforeAll(doEverything, 300_000);

  it('let each at the tables that it has business with, in the ways that it has written down, and at no other', async () => {
    const lambdas = resourcesOf('AWS::Lambda::Function');
    expect(lambdas).toHaveLength(Object.keys(rights).length);
    const found = await Promise.all(
      Object.keys(rights).map(async (folder) => [folder, await allowed(folder)] as const),
    );
    expect(Object.fromEntries(found)).toEqual(rights);
  }, 180_000);

  it('allow nothing on data that is not needed', async () => {
    const end = Date.now() + 25_000;
    while ((await unused()).length > 0 && Date.now() < end) await setTimeout(200);
    expect(await unused()).toEqual([]);
  });
});

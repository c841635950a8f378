import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { beginOutage, outagesOf, stepClock, zoneTime } from '../../infra/local/control/client.ts';
import { ZoneData } from '../../infra/local/data/zone-data.ts';
import { LocalFailure } from '../../infra/local/local-failure.ts';
import { readTellings } from '../../infra/torture/tellings.ts';
import { demandBody, offerBody } from '../flow/listings.ts';
import { ZoneUnderTest } from '../flow/zone.ts';

let folder: string;
let zone: ZoneUnderTest;

const Page = z.object({ items: z.array(z.object({ id: z.string() })), nextCursor: z.string().optional() });
const matches = async () =>
  Page.parse((await zone.call('/v1/matches?limit=100', { as: 'org-buyer' })).body).items.map(({ id }) => id);

const Titled = z.object({ items: z.array(z.object({ offer: z.object({ title: z.string() }) })) });
const titles = async () =>
  Titled.parse((await zone.call('/v1/matches?limit=100', { as: 'org-buyer' })).body)
    .items.map(({ offer }) => offer.title)
    .toSorted();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zonematch-kept-'));
  zone = await ZoneUnderTest.start({ data: folder, faults: true });
  await zone.verify('org-supplier');
  await zone.verify('org-buyer');
  await zone.post('/v1/demands', 'org-buyer', demandBody());
  await zone.post('/v1/offers', 'org-supplier', offerBody());
  await zone.settle();
});
afterAll(async () => {
  await zone?.zone.stop();
  await rm(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  await zone.zone.stop();
  zone = await ZoneUnderTest.start({ data: folder, faults: true });
}

describe('a zone that keeps its data', () => {
  it('goes on where it was: at its addresses, with its tokens, records, mails and time, and tells nothing again', async () => {
    const { api, control, mailbox, issuer } = zone.zone;
    const token = await zone.token('org-buyer');
    const before = await matches();
    expect(before).toHaveLength(1);
    await stepClock(control, 3600);
    await restart();
    await zone.settle();
    expect(zone.zone).toMatchObject({ api, control, mailbox, issuer });
    expect(Page.parse((await zone.call('/v1/matches', { token })).body).items.map(({ id }) => id)).toEqual(before);
    expect(await zone.mails()).toHaveLength(1);
    expect((await zoneTime(control)).getTime() - Date.now()).toBeGreaterThan(3_500_000);
    expect(zone.logs.join('\n')).not.toContain('listing matched');
  });

  it('handles what was under way when it was stopped', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => zone.post('/v1/offers', 'org-supplier', offerBody({ title: `Offer ${n}` }))),
    );
    await restart();
    await zone.settle();
    expect(await matches()).toHaveLength(13);
    const told = await readTellings(zone.zone.mailbox);
    expect(new Set(told.named).size).toBe(13);
  });

  it('keeps secrets from everyone but its owner', () => {
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'zone.json')).mode & 0o077).toBe(0);
  });

  it('lets nobody else use the folder meanwhile', async () => {
    await expect(ZoneUnderTest.start({ data: folder })).rejects.toThrow(/A zone runs on .* already \(process \d+\)/);
    expect(existsSync(join(folder, 'running'))).toBe(true);
  });
});

describe('a service that is gone for a while', () => {
  const bodyOf = async (body: string) =>
    (await fetch(new URL('/outages', zone.zone.control), { method: 'POST', body })).status;

  it('keeps no listing from being matched, nor a buyer from being told', async () => {
    const before = await titles();
    await Promise.all(
      ['one', 'two', 'three'].map((n) => zone.post('/v1/offers', 'org-supplier', offerBody({ title: `Outage ${n}` }))),
    );
    for (const kind of ['dynamodb', 'mail-refused', 'mail-busy'] as const) {
      await beginOutage(zone.zone.control, { kind, seconds: 1 });
    }
    await zone.settle();
    await fetch(new URL('/redrive', zone.zone.control), { method: 'POST' });
    await zone.settle();
    const expected = [...before, 'Outage one', 'Outage two', 'Outage three'].toSorted();
    expect(await titles()).toEqual(expected);
    expect(new Set((await readTellings(zone.zone.mailbox)).named).size).toBe(expected.length);
    expect(await outagesOf(zone.zone.control)).toEqual({ dynamodb: 1, 'mail-refused': 1, 'mail-busy': 1 });
  });

  it.each(['{}', 'no json', '{"kind": "dynamodb", "seconds": 61}', '{"kind": "sqs", "seconds": 1}'])(
    'is not begun by %s',
    async (body) => {
      expect(await bodyOf(body)).toBe(400);
    },
  );
});

describe('a folder that cannot be used', () => {
  const open =
    (place: string, stack = 'zonematch-one') =>
    () =>
      ZoneData.open(place, stack);

  it('is refused with a sentence', async () => {
    const place = await mkdtemp(join(tmpdir(), 'zonematch-kept-'));
    await ZoneData.open(place, 'zonematch-one').stop();
    expect(open(place, 'zonematch-two')).toThrow(/has the data of zonematch-one, and not of zonematch-two/);
    const file = join(place, 'zone.json');
    const kept = await readFile(file, 'utf8');
    expect(kept).toContain('"format":2');
    await writeFile(file, kept.replace('"format":2', '"format":3'));
    expect(open(place)).toThrow(/not of a form that this version knows/);
    await writeFile(file, '{');
    expect(open(place)).toThrow(LocalFailure);
    await rm(file);
    await writeFile(join(place, 'package.json'), '{}');
    expect(open(place)).toThrow(/is no folder of a zone's data/);
    expect(open(join(place, 'package.json'))).toThrow(/cannot be used for a zone's data/);
    await rm(place, { recursive: true });
  });

  it('is used again where the zone that had it is gone without a word', async () => {
    const place = await mkdtemp(join(tmpdir(), 'zonematch-kept-'));
    const data = ZoneData.open(place, 'zonematch-one');
    data.placesOf('reader').keep('shard', '7');
    // No process has this number: Linux gives none above 4194304.
    await writeFile(join(place, 'running'), '99999999');
    const again = ZoneData.open(place, 'zonematch-one');
    expect(again.placesOf('reader').of('shard')).toBe('7');
    await again.stop();
    await rm(place, { recursive: true });
  });
});

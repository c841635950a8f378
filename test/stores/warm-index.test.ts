import { BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reinstate, suspend, withdraw } from '../../domain/listing/lifecycle.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import { onePartition } from '../../domain/matching/domain-partitions.ts';
import { type Instant, secondsAfter } from '../../domain/time.ts';
import { makeCandidateStore } from '../../functions/_adapters/dynamo/candidate-store.ts';
import { candidateRow } from '../../functions/_adapters/dynamo/candidates/candidate-rows.ts';
import { aDemand } from '../builders/demand.ts';
import { now, posted } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { demandId, offerId, system } from './ids.ts';
import { type Asked, listingWriters, watching } from './index-zone.ts';
import { startTables, type Tables } from './tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables?.stop());

/** The machine of a matcher that stays warm, and what it asks the index for. */
function warmMatcher({ keptRows = 1000, start = now }: { keptRows?: number; start?: Instant } = {}) {
  let time = start;
  let asked: Asked[] = [];
  const client = watching(tables.client, (one) => {
    asked.push(one);
  });
  const store = makeCandidateStore(client, tables.nameOf('Candidates'), {
    partitions: onePartition,
    keptRows,
    clock: () => time,
  });
  return {
    after: (seconds: number): void => {
      time = secondsAfter(time, seconds);
    },
    /** Versions of the offers that it finds, by id, and what it read for that. */
    async look(...domains: readonly string[]) {
      asked = [];
      const found = await store.under(system, 'offer', domains);
      return {
        found: Object.fromEntries([...found].map(([id, { compact }]) => [id, compact?.version])),
        read: asked.map(({ place, what }) => `${what} of ${place}`).toSorted(),
      };
    },
  };
}

const at = (seconds: number) => ({ stamping: () => secondsAfter(now, seconds) });
const publish = (listing: Listing, seconds = 0) => listingWriters(tables, at(seconds)).publish(listing);
const save = (after: Listing, from: Listing, seconds = 0) => listingWriters(tables, at(seconds)).save(after, from);

function suspended(listing: Listing): Listing {
  const out = suspend(listing, 'A sentence for the owner.', posted);
  return typeof out === 'string' ? expect.fail(out) : out;
}

describe('a matcher that stays warm', () => {
  it('reads a domain once, and then what has changed in it: posts, revisions, suspensions and withdrawals', async () => {
    const matcher = warmMatcher();
    const [one, two] = [anOffer({ id: offerId(1), domain: '10' }), anOffer({ id: offerId(2), domain: '10' })];
    await publish(one);
    expect(await matcher.look('10')).toEqual({ found: { [one.id]: 1 }, read: ['rows of offer#10'] });
    const changes = ['changes of offer#10'];
    await publish(two, 5);
    matcher.after(6);
    expect(await matcher.look('10')).toEqual({ found: { [one.id]: 1, [two.id]: 1 }, read: changes });
    const revised = { ...one, version: 2 };
    await save(revised, one, 7);
    const out = suspended(two);
    await save(out, two, 7);
    matcher.after(2);
    expect(await matcher.look('10')).toEqual({ found: { [one.id]: 2 }, read: changes });
    await save(reinstate(out, posted), out, 9);
    await save(withdraw(revised, now), revised, 9);
    matcher.after(2);
    expect(await matcher.look('10')).toEqual({ found: { [two.id]: 3 }, read: changes });
    matcher.after(120);
    expect(await matcher.look('10')).toEqual({ found: { [two.id]: 3 }, read: changes });
  });

  it('learns that a listing stands under another domain now', async () => {
    const matcher = warmMatcher();
    const offer = anOffer({ id: offerId(10), domain: '11' });
    await publish(offer);
    await matcher.look('11', '12');
    await save({ ...offer, version: 2, domain: '12' }, offer);
    expect(await matcher.look('11')).toMatchObject({ found: {} });
    expect(await matcher.look('12')).toMatchObject({ found: { [offer.id]: 2 } });
  });

  it('finds who was stamped long before it last read, and recorded after it', async () => {
    const matcher = warmMatcher();
    await matcher.look('13');
    const offer = anOffer({ id: offerId(20), domain: '13' });
    await publish(offer, -39);
    expect(await matcher.look('13')).toEqual({ found: { [offer.id]: 1 }, read: ['changes of offer#13'] });
  });

  it('goes by versions, whatever the clocks of those who write them say', async () => {
    const matcher = warmMatcher();
    const [one, two] = [anOffer({ id: offerId(30), domain: '14' }), anOffer({ id: offerId(31), domain: '14' })];
    await matcher.look('14');
    for (const offer of [one, two]) await publish(offer, 9);
    const revised = { ...one, version: 2 };
    await save(revised, one, 4);
    await save(withdraw(two, now), two, 4);
    matcher.after(10);
    expect(await matcher.look('14')).toMatchObject({ found: { [one.id]: 2 } });
    expect(await matcher.look('14')).toMatchObject({ found: { [one.id]: 2 } });
  });

  it.each([
    ['so that its end is told no more, and what came before it is', -51],
    ['just so that it need be told no more', -45],
    ['a moment ago', -1],
  ])('brings nobody back who was gone when it first read: %s', async (_when, gone) => {
    const offer = anOffer({ id: offerId(40 - gone), domain: '15' });
    await publish(offer, gone + 8);
    await save(withdraw(offer, now), offer, gone);
    const matcher = warmMatcher();
    expect(await matcher.look('15')).toMatchObject({ found: {} });
    expect(await matcher.look('15')).toEqual({ found: {}, read: ['changes of offer#15'] });
  });

  it('reads a domain anew after half an hour, and where its clock went back', async () => {
    const matcher = warmMatcher();
    const anew = { read: ['rows of offer#16'] };
    expect(await matcher.look('16')).toMatchObject(anew);
    matcher.after(1800);
    expect(await matcher.look('16')).toMatchObject({ read: ['changes of offer#16'] });
    matcher.after(1);
    expect(await matcher.look('16')).toMatchObject(anew);
    matcher.after(-20);
    expect(await matcher.look('16')).toMatchObject(anew);
  });

  it('keeps so many rows as it may, and drops first the domain that it used longest ago', async () => {
    // Each domain has two rows, and is one more.
    const matcher = warmMatcher({ keptRows: 6 });
    for (const [n, domain] of ['17', '17', '18', '18', '19', '19', '20', '20', '20', '20', '20', '20'].entries())
      await publish(anOffer({ id: offerId(100 + n), domain }));
    const readOf = async (domain: string) => (await matcher.look(domain)).read;
    expect(await readOf('17')).toEqual(['rows of offer#17']);
    expect(await readOf('18')).toEqual(['rows of offer#18']);
    expect(await readOf('17')).toEqual(['changes of offer#17']);
    expect(await readOf('19')).toEqual(['rows of offer#19']);
    expect(await readOf('17')).toEqual(['changes of offer#17']);
    expect(await readOf('18')).toEqual(['rows of offer#18']);
    // Six rows and one more are too many: nothing else goes for it.
    expect(await readOf('20')).toEqual(['rows of offer#20']);
    expect(await readOf('20')).toEqual(['rows of offer#20']);
    expect(await readOf('18')).toEqual(['changes of offer#18']);
  });

  it('keeps nothing where nothing may be kept', async () => {
    const matcher = warmMatcher({ keptRows: 0 });
    for (let n = 0; n < 2; n++) expect((await matcher.look('22')).read).toEqual(['rows of offer#22']);
  });

  it('is told of a change for an hour', async () => {
    const offer = anOffer({ id: offerId(200), domain: '23' });
    await publish(offer);
    const { Items } = await tables.client.send(
      new QueryCommand({
        TableName: tables.nameOf('Candidates'),
        KeyConditionExpression: '#domain = :domain AND begins_with(#id, :mark)',
        ExpressionAttributeNames: { '#domain': 'domain', '#id': 'listingId' },
        ExpressionAttributeValues: { ':domain': 'offer#23', ':mark': '~' },
      }),
    );
    const { organizationId } = offer;
    const expiresAt = Date.parse(now) / 1000 + 3600;
    expect(Items).toMatchObject([{ listingId: `~${now}#${offer.id}#v1`, organizationId, v: 1, expiresAt }]);
  });
});

describe('the journal', () => {
  it('is no candidate to anybody who asks for candidates', async () => {
    const demand = aDemand({ id: demandId(1), domains: ['24'] });
    await publish(demand);
    await save({ ...demand, version: 2 }, demand);
    const store = makeCandidateStore(tables.client, tables.nameOf('Candidates'));
    expect([...(await store.under(system, 'demand', ['24'])).keys()]).toEqual([demand.id]);
    expect(await store.idsUnder(system, 'demand', '24')).toEqual([demand.id]);
  });
});

describe('those that ask at once', () => {
  it('read a partition together: once whole, and once more what changed for whoever asked meanwhile', async () => {
    const matcher = warmMatcher();
    const looks = await Promise.all([1, 2, 3, 4, 5].map(() => matcher.look('25', '26')));
    expect(looks.map(({ found }) => found)).toEqual([{}, {}, {}, {}, {}]);
    expect(looks.at(-1)?.read).toEqual([
      'changes of offer#25',
      'changes of offer#26',
      'rows of offer#25',
      'rows of offer#26',
    ]);
  });

  it('each find everybody, whoever of them looks first', async () => {
    const offer = anOffer({ id: offerId(299), domain: '28' });
    await publish(offer);
    const matcher = warmMatcher();
    const looks = await Promise.all([1, 2, 3, 4, 5].map(() => matcher.look('28')));
    for (const { found } of looks) expect(Object.keys(found)).toEqual([offer.id]);
  });

  it('each find who was on record when they asked', async () => {
    const offer = anOffer({ id: offerId(300), domain: '27' });
    const late: Promise<boolean>[] = [];
    let queries = 0;
    // The first has read already what it will answer; then somebody posts, and then another asks.
    const slow = new Proxy(tables.client, {
      get: (target, key) =>
        key !== 'send'
          ? Reflect.get(target, key)
          : async (command: QueryCommand) => {
              queries += 1;
              const isFirst = queries === 1;
              const answer = await target.send(command);
              if (!isFirst) return answer;
              await publish(offer);
              late.push(has());
              return answer;
            },
    });
    const store = makeCandidateStore(slow, tables.nameOf('Candidates'), {
      partitions: onePartition,
      keptRows: 10,
      clock: () => now,
    });
    async function has(): Promise<boolean> {
      return (await store.under(system, 'offer', ['27'])).has(offer.id);
    }
    expect(await has()).toBe(false);
    expect(await Promise.all(late)).toEqual([true]);
  });

  it('are not kept from reading by one whose reading fails', async () => {
    let queries = 0;
    const client = watching(tables.client, () => {
      queries += 1;
      if (queries === 1) throw new Error('throttled');
    });
    const store = makeCandidateStore(client, tables.nameOf('Candidates'));
    const asked = [1, 2, 3].map(() => store.under(system, 'offer', ['28']));
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(queries).toBe(2);
  });
});

describe('what a look at a busy domain consumes', () => {
  it('is a fraction where the matcher is warm', async () => {
    const offers = Array.from({ length: 1500 }, (_, n) => anOffer({ id: offerId(10_000 + n), domain: '29' }));
    const name = tables.nameOf('Candidates');
    for (let start = 0; start < offers.length; start += 25) {
      const puts = offers.slice(start, start + 25).map((offer) => ({
        PutRequest: { Item: { domain: 'offer#29', listingId: offer.id, ...candidateRow(offer) } },
      }));
      await tables.client.send(new BatchWriteCommand({ RequestItems: { [name]: puts } }));
    }
    let units = 0;
    const client = new Proxy(tables.client, {
      get: (target, key) =>
        key !== 'send'
          ? Reflect.get(target, key)
          : async (command: { input: { ReturnConsumedCapacity?: string } }) => {
              command.input.ReturnConsumedCapacity = 'TOTAL';
              const answer = await Reflect.apply(target.send, target, [command]);
              units += answer.ConsumedCapacity?.CapacityUnits ?? 0;
              return answer;
            },
    });
    const store = makeCandidateStore(client, name, {
      partitions: onePartition,
      keptRows: 10_000,
      clock: () => now,
    });
    const consumed = async (found: number) => {
      units = 0;
      expect((await store.under(system, 'offer', ['29'])).size).toBe(found);
      return units;
    };
    const cold = await consumed(1500);
    for (let n = 0; n < 10; n++) await publish(anOffer({ id: offerId(20_000 + n), domain: '29' }));
    const warm = await consumed(1510);
    expect(cold).toBeGreaterThan(40);
    expect(warm).toBeLessThanOrEqual(1);
  });
});

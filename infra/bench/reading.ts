import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { relatedDomains } from '../../domain/vocabulary/domain-relations.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { tablesOf } from '../backup/zone-tables.ts';
import { makeZoneClient, memberOf, operator, type ZoneClient } from '../demo/client.ts';
import { Capacity } from '../local/capacity/capacity.ts';
import { localClient } from '../local/local-client.ts';
import { LocalFailure } from '../local/local-failure.ts';
import { startZone } from '../local/start-zone.ts';
import { Draw } from './draw.ts';
import type { Figure } from './figure.ts';
import { bytesOf, fillIndex, readIndexRow } from './fill-index.ts';

const domain = '54';
const matcher = 'MatchingMatchListing';
/** How many demands stand under a domain that is related to the posted offers', whatever the size of the zone. */
const candidateCount = 4000;
const warmPosts = 10;
const longestWait = 120;
const anything = z.unknown();

const organization = {
  name: 'Bench',
  kind: 'private',
  jurisdiction: 'CN',
  clearance: 4,
  heldTags: [{ tag: 'kyc-verified' }],
};
const offer = {
  title: 'Road sections',
  description: 'Counts of vehicles by road section.',
  domain,
  securityClass: 'general',
  securityLevel: 2,
  complianceTags: ['non-pi', 'takedown-commitment', 'right-operate'],
  source: { kind: 'produced', statement: 'Counted at gates.' },
  permittedPurposes: ['purpose-public-service'],
  jurisdiction: 'CN',
  deliveryModes: ['api'],
};
/** For a purpose that the offers do not permit: candidates by domain and level, and none of them a match. */
const demand = {
  title: 'Road sections wanted',
  description: 'Counts of vehicles by road section.',
  domains: [domain],
  maxSecurityLevel: 4,
  requiredTags: ['quality-report'],
  purpose: 'purpose-marketing',
  jurisdiction: 'CN',
  deliveryModes: ['api', 'sandbox'],
};

type Read = {
  readonly cold: number;
  readonly warm: number;
  /** Queries of the index: AWS counts a unit at least for each, DynamoDB Local nothing for one that finds nothing. */
  readonly queries: number;
  readonly all: number;
  readonly writes: number;
  readonly rowBytes: number;
};

/** What is consumed in a zone of a size by an offer that finds its candidates for the first time, and by those behind it. */
async function readsIn(
  assembly: string,
  zoneId: string,
  listings: number,
  tell: (sentence: string) => void,
): Promise<Read> {
  const capacity = new Capacity();
  const zone = await startZone({ assembly, capacity });
  const client = new DynamoDBClient(localClient(zone.endpoints.dynamodb, zone.region));
  try {
    const settled = async (): Promise<void> => {
      if (!(await zone.idle(longestWait)))
        throw new LocalFailure(`The zone was still busy after ${longestWait} seconds.`);
    };
    const caller = makeZoneClient(zone);
    const post = poster(caller);
    for (const id of ['bench-buyer', 'bench-supplier']) {
      await caller.call(operator, { method: 'PUT', path: `/v1/organizations/${id}`, body: organization }, anything);
    }
    await post('bench-buyer', 'demands', demand);
    await settled();
    const table = (await tablesOf(client, zoneId)).find(({ kind }) => kind === 'candidates')?.name ?? '';
    const row = await readIndexRow(client, table, `demand#${domain}`);
    const related = [...relatedDomains(domain)];
    const others = industries.map(({ code }) => code).filter((code) => !related.includes(code));
    const draw = new Draw(listings);
    const quiet = (): void => undefined;
    await fillIndex(client, table, row, { count: candidateCount, domains: related, draw, at: quiet });
    await fillIndex(client, table, row, {
      count: listings - candidateCount,
      domains: others,
      draw,
      at: (done) =>
        done % 50_000 === 0 &&
        tell(`${done.toLocaleString('en')} of ${listings.toLocaleString('en')} listings stand in the index.`),
    });
    const unitsOf = (
      used: 'readUnits' | 'writeUnits' | 'calls',
      isCounted: (lambda: string, of: string) => boolean,
    ): number => capacity.all.reduce((sum, one) => (isCounted(one.lambda, one.table) ? sum + one[used] : sum), 0);
    const ofIndex = (lambda: string, of: string): boolean => lambda.startsWith(matcher) && of === table;
    capacity.clear();
    await post('bench-supplier', 'offers', offer);
    await settled();
    const cold = unitsOf('readUnits', ofIndex);
    const sums = { warm: 0, queries: 0, all: 0, writes: 0 };
    for (let number = 0; number < warmPosts; number++) {
      // Each finds something new in the journal.
      await post('bench-buyer', 'demands', demand);
      await settled();
      capacity.clear();
      await post('bench-supplier', 'offers', offer);
      await settled();
      sums.warm += unitsOf('readUnits', ofIndex);
      sums.queries += unitsOf('calls', ofIndex);
      sums.all += unitsOf('readUnits', () => true);
      sums.writes += unitsOf('writeUnits', () => true);
    }
    const each = (units: number): number => units / warmPosts;
    return {
      cold,
      warm: each(sums.warm),
      queries: each(sums.queries),
      all: each(sums.all),
      writes: each(sums.writes),
      rowBytes: bytesOf(row),
    };
  } finally {
    client.destroy();
    await zone.stop();
  }
}

function poster(client: ZoneClient) {
  let posts = 0;
  return async (member: string, path: 'offers' | 'demands', body: unknown): Promise<void> => {
    posts += 1;
    await client.call(memberOf(member), { method: 'POST', path: `/v1/${path}`, body }, anything, {
      'idempotency-key': `bench-${posts}`,
    });
  };
}

/** What a post reads and writes in zones of several sizes, where as many candidates stand under its related domains in each. */
export async function measureReads(
  assembly: string,
  zoneId: string,
  sizes: readonly number[],
  tell: (sentence: string) => void,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const colds: number[] = [];
  for (const listings of sizes) {
    tell(`Filling the index of a zone with ${listings.toLocaleString('en')} listings.`);
    const { cold, warm, queries, all, writes, rowBytes } = await readsIn(assembly, zoneId, listings, tell);
    const part = `reads ${listings.toLocaleString('en')}`;
    const asRead = Math.ceil((candidateCount * rowBytes) / 4096);
    const before = colds.at(-1);
    colds.push(cold);
    figures.push(
      { part, what: 'candidates of a post', value: candidateCount, unit: 'rows' },
      { part, what: 'index read by a cold matcher', value: cold, unit: 'read units a post' },
      {
        part,
        what: 'the same against the compact rows of its candidates',
        value: cold / asRead,
        unit: 'times',
        atMost: 1.25,
      },
      { part, what: 'index read by a warm matcher', value: warm, unit: 'read units a post' },
      {
        part,
        what: 'queries of the index by a warm matcher, a unit each at least on AWS',
        value: queries,
        unit: 'a post',
      },
      { part, what: 'all reads of a post, warm', value: all, unit: 'read units a post' },
      { part, what: 'all writes of a post', value: writes, unit: 'write units a post' },
      ...(before === undefined
        ? []
        : [{ part, what: 'cold reads against the size before', value: cold / before, unit: 'times', atMost: 1.2 }]),
    );
  }
  return figures;
}

import { readCompact, writeCompact } from '../../domain/matching/compact/compact-listing.ts';
import { DayJudge } from '../../domain/matching/compiled/day-judge.ts';
import { DemandSearch, type Found } from '../../domain/matching/index/best-demands.ts';
import { DemandIndex } from '../../domain/matching/index/demand-index.ts';
import type { AskedBy } from '../../domain/matching/index/demand-rows.ts';
import { judge } from '../../domain/matching/match.ts';
import { shortlist } from '../../domain/matching/shortlist.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import type { Party } from '../../domain/organization/organization.ts';
import { rulebookOn } from '../../domain/rulebook/rulebook.ts';
import { median } from '../build-report/import-time.ts';
import { LocalFailure } from '../local/local-failure.ts';
import type { Figure } from './figure.ts';
import { type BenchMarket, type BenchOffer, benchNow, benchToday, makeBenchMarket } from './market.ts';
import { bytesInUse, timeOf } from './measuring.ts';
import { KeptForms, objectScan } from './object-scan.ts';

const most = 100;
const rounds = 3;
const passes = 5;
const rulebook = rulebookOn(benchToday);
const at = { now: benchNow, today: benchToday, weights: defaultWeights, most };

/** So many offers are held against every demand by the scan, at most: a round takes seconds. */
const scannedOffers = (demands: number): number => Math.max(10, Math.min(60, Math.round(20_000_000 / demands)));

const partyOf = ({ parties }: BenchMarket, { organizationId }: Pick<BenchOffer, 'organizationId'>): Party => {
  const party = parties.get(organizationId);
  if (!party) throw new RangeError(`nothing is known of ${organizationId}`);
  return party;
};

/** Work over some pairs, that can be done again and again. */
type Pass = { readonly pairs: number; readonly run: () => void };

/** Milliseconds a pair. */
const msAPair = ({ pairs, run }: Pass): number => timeOf(run) / pairs;

/** The readable judge, over a sample of pairs. */
function plainJudge(market: BenchMarket): Pass {
  const offers = market.offers.slice(0, 10);
  const demands = market.demands.slice(0, 500);
  return {
    pairs: offers.length * demands.length,
    run() {
      for (const offer of offers) {
        const supplier = partyOf(market, offer);
        for (const demand of demands) {
          const buyer = partyOf(market, demand);
          judge(offer, demand, { now: benchNow, today: benchToday, rulebook, supplier, buyer }, defaultWeights);
        }
      }
    },
  };
}

/** What judging does not read of a listing. */
const texts = {
  title: '-',
  description: '-',
  keywords: [],
  disclosure: [],
  version: 1,
  createdAt: benchNow,
  updatedAt: benchNow,
};

/** The matcher's shortlist, over compact rows that are kept, as a warm matcher keeps them. */
function shortlisting(market: BenchMarket): Pass {
  const candidates = market.demands.slice(0, 50_000).map((demand) => ({
    id: demand.id,
    organizationId: demand.organizationId,
    compact: readCompact(writeCompact({ ...demand, ...texts, notify: { mode: 'off' } })),
  }));
  const offers = market.offers.slice(0, 10);
  const run = (): void => {
    for (const offer of offers) {
      const facts = {
        now: benchNow,
        today: benchToday,
        rulebook,
        own: partyOf(market, offer),
        weights: defaultWeights,
      };
      shortlist({ ...offer, ...texts, source: { kind: 'produced', statement: '-' } }, candidates, facts);
    }
  };
  return { pairs: offers.length * candidates.length, run };
}

/** Demands and parties with nothing in common with those that they are of: what an index holds of them is its own. */
function* copiesOf(asked: readonly AskedBy[]): Generator<AskedBy> {
  const parties = new Map<string, Party>();
  for (const { demand, buyer } of asked) {
    const party = parties.get(buyer.id) ?? structuredClone(buyer);
    parties.set(buyer.id, party);
    yield { demand: { ...demand, ...(demand.budget && { budget: { ...demand.budget } }) }, buyer: party };
  }
}

/** Bytes a demand that an index takes. */
function bytesOf(build: () => DemandIndex, demands: number): number {
  const before = bytesInUse();
  const index = build();
  const bytes = (bytesInUse() - before) / demands;
  // Named once more, so that it is in use until here.
  if (index.length === 0) throw new RangeError('nothing is in the index');
  return bytes;
}

function built(asked: readonly AskedBy[]) {
  const rates: number[] = [];
  const bytes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bytes.push(
      bytesOf(() => {
        let index = DemandIndex.of([]);
        rates.push(asked.length / timeOf(() => (index = DemandIndex.of(asked))));
        return index;
      }, asked.length),
    );
  }
  return {
    index: DemandIndex.of(asked),
    perSecond: median(rates) * 1000,
    bytes: median(bytes),
    bytesWithParties: bytesOf(() => DemandIndex.of(copiesOf(asked)), asked.length),
  };
}

function sameResults(one: readonly (readonly Found[])[], other: readonly (readonly Found[] | undefined)[]): void {
  if (JSON.stringify(one) === JSON.stringify(other)) return;
  throw new LocalFailure('The compiled judge and the scan do not find the same: no speed counts that is not exact.');
}

/** How fast offers find their best demands in a market of a size, three ways, and whether they find the same. */
export function measureJudging(demands: number, tell: (sentence: string) => void): readonly Figure[] {
  const part = `judge ${demands.toLocaleString('en')}`;
  tell(`Making up ${demands.toLocaleString('en')} demands.`);
  const count = scannedOffers(demands);
  const market = makeBenchMarket({ demands, offers: count, seed: 20_261_127 });
  const asked = market.demands.map((demand) => ({ demand, buyer: partyOf(market, demand) }));
  tell('Building the index.');
  const { index, perSecond, bytes, bytesWithParties } = built(asked);
  const day = DayJudge.of({ today: benchToday, usesNegativeLists: false, rulebook });
  const search = new DemandSearch(index, day, defaultWeights);
  const best = (offer: BenchOffer) => search.best(offer, partyOf(market, offer), benchNow, most);
  const kept = new KeptForms();
  const [plain, shortlisted] = [plainJudge(market), shortlisting(market)];
  for (const { run } of [plain, shortlisted]) run();
  const ratios: number[] = [];
  const plainMs: number[] = [];
  const shortlistMs: number[] = [];
  const scans: number[] = [];
  const searches: number[] = [];
  for (let round = 0; round < rounds; round++) {
    tell(
      `Round ${round + 1} of ${rounds}: ${count} offers against every demand, by the scan and by the compiled judge.`,
    );
    let [scanned, found]: [readonly Found[][], (readonly Found[] | undefined)[]] = [[], []];
    const scan = timeOf(() => (scanned = market.offers.map((offer) => [...objectScan(market, offer, day, at, kept)])));
    // The scan has judged millions of pairs: the compiled judge, too, is measured once it has run for a while.
    for (let pass = 0; pass < passes; pass++) market.offers.forEach(best);
    const compiled = timeOf(() => {
      for (let pass = 0; pass < passes; pass++) found = market.offers.map(best);
    });
    sameResults(scanned, found);
    ratios.push((scan * passes) / compiled);
    scans.push(scan / count);
    searches.push(compiled / passes / count);
    plainMs.push(msAPair(plain));
    shortlistMs.push(msAPair(shortlisted));
  }
  const searched = median(searches);
  const readable = median(plainMs);
  return [
    {
      part,
      what: 'best demands by the index against a scan of objects',
      value: median(ratios),
      unit: 'times',
      atLeast: demands >= 1e6 ? 200 : 100,
    },
    {
      part,
      what: 'best demands by the index against the readable judge',
      value: (readable * demands) / searched,
      unit: 'times',
    },
    { part, what: 'scan of objects', value: (demands / median(scans)) * 1000, unit: 'pairs a second' },
    { part, what: 'readable judge', value: 1000 / readable, unit: 'pairs a second' },
    {
      part,
      what: 'best demands by the index, most of them passed over',
      value: (demands / searched) * 1000,
      unit: 'pairs a second',
    },
    {
      part,
      what: 'shortlist of the matcher, row by row, against the readable judge',
      value: median(plainMs.map((ms, round) => ms / (shortlistMs[round] ?? Number.NaN))),
      unit: 'times',
    },
    { part, what: 'shortlist of the matcher', value: 1000 / median(shortlistMs), unit: 'pairs a second' },
    { part, what: 'best 100 of an offer', value: searched, unit: 'ms' },
    { part, what: 'index built', value: perSecond, unit: 'demands a second', atLeast: 500_000 },
    { part, what: 'memory, without parties and budgets', value: bytes, unit: 'bytes a demand', atMost: 60 },
    { part, what: 'memory, with parties and budgets of its own', value: bytesWithParties, unit: 'bytes a demand' },
  ];
}

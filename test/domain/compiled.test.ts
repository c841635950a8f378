import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCompact, writeCompact } from '../../domain/matching/compact/compact-listing.ts';
import { DayJudge } from '../../domain/matching/compiled/day-judge.ts';
import type { PairForm } from '../../domain/matching/compiled/gates.ts';
import type { PairJudge } from '../../domain/matching/compiled/pair-judge.ts';
import { Scale, Standing, said } from '../../domain/matching/compiled/standing.ts';
import { criteria } from '../../domain/matching/criteria.ts';
import { judge } from '../../domain/matching/match.ts';
import { isNear, type Pairing } from '../../domain/matching/remedies.ts';
import { defaultWeights, type Weights } from '../../domain/matching/weights.ts';
import { type Rulebook, rulebookOn } from '../../domain/rulebook/rulebook.ts';
import { today } from '../builders/moment.ts';
import { anyDemand, anyFacts, anyOffer, anyPairing, anyWeights } from './arbitraries.ts';
import { caseFiles, pairingOf } from './case.ts';

const everyCase = caseFiles.flatMap(({ cases }) => cases.map((one) => ({ name: one.name, pairing: pairingOf(one) })));
const anyRandom: fc.Arbitrary<Pairing> = fc.record({ offer: anyOffer, demand: anyDemand, facts: anyFacts });
/** Parties that are suspended, affiliated or foreign now and then. */
const anyStanding = fc.record({
  suspended: fc.option(fc.constantFrom('buyer' as const, 'supplier' as const), { freq: 3 }),
  affiliated: fc.option(fc.constantFrom('buyer' as const, 'supplier' as const), { freq: 3 }),
  kind: fc.option(fc.constantFrom('foreign' as const, 'public-body' as const), { freq: 3 }),
});
const any: fc.Arbitrary<Pairing> = fc
  .record({ pairing: fc.oneof({ weight: 4, arbitrary: anyPairing }, anyRandom), standing: anyStanding })
  .map(({ pairing, standing: { suspended, affiliated, kind } }) => {
    const { buyer, supplier } = pairing.facts;
    const parties = { buyer: { ...buyer, ...(kind && { kind }) }, supplier };
    if (suspended) parties[suspended] = { ...parties[suspended], suspended: true };
    const other = affiliated === 'buyer' ? supplier.id : buyer.id;
    if (affiliated) parties[affiliated] = { ...parties[affiliated], affiliates: [other] };
    return { ...pairing, facts: { ...pairing.facts, ...parties } };
  });

const anyOutcome = fc.constantFrom('allowed-with', 'manual-review', 'prohibited', 'adds');
const anyTradable = fc.constantFrom('never', 'special-approval', 'manual-approval', 'conditional', 'yes');
const rows = rulebookOn(today);
const changes = <T>(outcome: fc.Arbitrary<T>, { length }: { readonly length: number }) =>
  fc.array(fc.record({ outcome: fc.option(outcome, { freq: 2 }), isOdd: fc.boolean() }), {
    minLength: length,
    maxLength: length,
  });

/** The tables with other outcomes in some rows, and some rows not understood. */
const anyRulebook: fc.Arbitrary<Rulebook> = fc
  .record({
    purposes: changes(anyOutcome, rows.purposeRules.rows),
    classes: changes(anyTradable, rows.tradability.rows),
  })
  .map(({ purposes, classes }) => ({
    ...rows,
    purposeRules: {
      ...rows.purposeRules,
      rows: rows.purposeRules.rows.map((row, at) => ({
        ...row,
        outcome: purposes[at]?.outcome ?? row.outcome,
        unknown: purposes[at]?.isOdd && at % 7 === 0 ? ['odd'] : row.unknown,
      })),
    },
    tradability: {
      ...rows.tradability,
      rows: rows.tradability.rows.map((row, at) => ({
        ...row,
        tradable: classes[at]?.outcome ?? row.tradable,
        unknown: classes[at]?.isOdd && at % 3 === 0 ? ['odd'] : row.unknown,
      })),
    },
  }));

/** The pair as the compiled gates see it; undefined where it has a term that the vocabulary does not have. */
function formOf({ offer, demand, facts }: Pairing): { judge: PairJudge; pair: Required<PairForm> } | undefined {
  // One judge for all pairs of a day: what it remembers of one must be true of the next.
  const { today: day, usesNegativeLists = false, rulebook = rulebookOn(day) } = facts;
  const compiled = DayJudge.of({ today: day, usesNegativeLists, rulebook });
  const offerForm = compiled.offerForm({ ...offer, knowsFields: true });
  const demandForm = compiled.demandForm({ ...demand, knowsFields: true });
  if (!offerForm || !demandForm) return undefined;
  const [supplier, buyer] = [compiled.partyForm(facts.supplier), compiled.partyForm(facts.buyer)];
  return { judge: compiled, pair: { offer: offerForm, demand: demandForm, supplier, buyer } };
}

const names = Object.fromEntries(Object.entries(said).map(([name, number]) => [number, name]));

function readable({ offer, demand, facts }: Pairing, weights: Weights) {
  const verdict = judge(offer, demand, facts, weights);
  return {
    score: verdict.score,
    criteria: verdict.criteria.map(({ criterion, outcome, score }) => [criterion, outcome, score ?? 0]),
  };
}

function compiled(pairing: Pairing, weights: Weights) {
  const form = formOf(pairing);
  if (!form) return undefined;
  const standing = new Standing();
  form.judge.judge(standing, form.pair, Date.parse(pairing.facts.now));
  return {
    score: new Scale(weights).scoreOf(standing),
    criteria: criteria.map(({ id }, place) => [id, names[standing.said[place] ?? -1], standing.points[place]]),
  };
}

describe('the compiled judge', () => {
  it('says of every case of the rules what the criteria say: each outcome, each point and the score', () => {
    let compared = 0;
    for (const { name, pairing } of everyCase) {
      const found = compiled(pairing, defaultWeights);
      if (!found) continue;
      expect(found, name).toEqual(readable(pairing, defaultWeights));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(everyCase.length * 0.9);
  });

  it('says of random pairs, by any weights, what the criteria say', () => {
    fc.assert(
      fc.property(any, anyWeights, (pairing, weights) => {
        const found = compiled(pairing, weights);
        if (found) expect(found).toEqual(readable(pairing, weights));
      }),
      { numRuns: 1500 },
    );
  });

  it('says the same of one offer and demand after another: what it remembers of the one is true of the next', () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 3, maxLength: 8 }), ([first, ...others]) => {
        const form = first && formOf(first);
        if (!form) return;
        for (const other of [first, ...others]) {
          const { demand, facts } = other;
          const told = { offer: first.offer, demand, facts: { ...first.facts, buyer: facts.buyer } };
          const demandForm = form.judge.demandForm({ ...demand, knowsFields: true });
          if (!demandForm) continue;
          const standing = new Standing();
          const pair = { ...form.pair, demand: demandForm, buyer: form.judge.partyForm(facts.buyer) };
          form.judge.judge(standing, pair, Date.parse(first.facts.now));
          const found = criteria.map(({ id }, place) => [
            id,
            names[standing.said[place] ?? -1],
            standing.points[place],
          ]);
          expect(found).toEqual(readable(told, defaultWeights).criteria);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says the same by other tables: it decides nothing that they do not say', () => {
    fc.assert(
      fc.property(any, anyRulebook, (pairing, rulebook) => {
        const told = { ...pairing, facts: { ...pairing.facts, rulebook } };
        const found = compiled(told, defaultWeights);
        if (found) expect(found).toEqual(readable(told, defaultWeights));
      }),
      { numRuns: 500 },
    );
  });

  it('knows of a pair whose parties it does not know yet nothing that the criteria deny', () => {
    const scale = new Scale(defaultWeights);
    fc.assert(
      fc.property(any, fc.constantFrom('supplier', 'buyer', 'both'), (pairing, unknown) => {
        const form = formOf(pairing);
        if (!form) return;
        const { supplier, buyer, ...pair } = form.pair;
        const standing = new Standing();
        const known = { ...pair, ...(unknown === 'buyer' && { supplier }), ...(unknown === 'supplier' && { buyer }) };
        form.judge.judge(standing, known, Date.parse(pairing.facts.now));
        const verdict = judge(pairing.offer, pairing.demand, pairing.facts, defaultWeights);
        expect(scale.scoreOf(standing)).toBeGreaterThanOrEqual(verdict.score);
        if (standing.isForbidden) expect(verdict.outcome).toBe('not-matched');
        if (standing.isForbidden && standing.isBeyondRemedy) expect(isNear(verdict)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves a term that the vocabulary does not have to the criteria', () => {
    const unknown = everyCase.filter(({ pairing }) => formOf(pairing) === undefined);
    expect(unknown.length).toBeGreaterThan(0);
    for (const { name, pairing } of unknown) {
      const { criteria: judged } = judge(pairing.offer, pairing.demand, pairing.facts, defaultWeights);
      expect(JSON.stringify(judged), name).toMatch(/term-unknown|jurisdiction|tags-missing|recipient-tags-missing/);
    }
  });
});

/** A pair of which nothing is left but what its compact rows say. */
function restored({ offer, demand, facts }: Pairing): Pairing | undefined {
  const [compactOffer, compactDemand] = [readCompact(writeCompact(offer)), readCompact(writeCompact(demand))];
  if (compactOffer?.kind !== 'offer' || compactDemand?.kind !== 'demand') return expect.fail('not read');
  if (!compactOffer.knowsFields || !compactDemand.knowsFields) return undefined;
  const kept = <L extends Pairing['offer'] | Pairing['demand']>({ id, organizationId, status }: L) => ({
    id,
    organizationId,
    status,
  });
  const [{ kind: _o, knowsFields: _f, source, ...ofOffer }, { kind: _d, knowsFields: _k, ...ofDemand }] = [
    compactOffer,
    compactDemand,
  ];
  return {
    offer: { ...kept(offer), ...ofOffer, ...(source !== undefined && { source }) } as Pairing['offer'],
    demand: { ...kept(demand), ...ofDemand } as Pairing['demand'],
    facts,
  };
}

describe('a compact row', () => {
  it('says all that judging reads: a pair of rows is judged like the pair of listings, reason for reason', () => {
    let compared = 0;
    const compare = (pairing: Pairing): void => {
      const rows = restored(pairing);
      if (!rows) return;
      const { offer, demand, facts } = pairing;
      expect(judge(rows.offer, rows.demand, facts, defaultWeights)).toEqual(
        judge(offer, demand, facts, defaultWeights),
      );
      compared += 1;
    };
    for (const { pairing } of everyCase) compare(pairing);
    expect(compared).toBeGreaterThan(everyCase.length * 0.95);
    fc.assert(fc.property(any, compare), { numRuns: 500 });
  });

  it('that is of a form of tomorrow, cut short or no row at all is not read', () => {
    const [one] = everyCase;
    const row = writeCompact(one?.pairing.offer ?? expect.fail('no case'));
    expect(readCompact(Uint8Array.from([2, ...row.slice(1)]))).toBeUndefined();
    for (let length = 0; length < row.length; length++) expect(readCompact(row.slice(0, length))).toBeUndefined();
  });

  it('leaves long lists of columns to the listing', () => {
    const [one] = everyCase;
    const { offer } = one?.pairing ?? expect.fail('no case');
    const fields = Array.from({ length: 100 }, (_, index) => ({ name: `column-${index}` }));
    expect(readCompact(writeCompact({ ...offer, fields }))).toMatchObject({ knowsFields: false, fields: [] });
    expect(readCompact(writeCompact({ ...offer, fields: fields.slice(0, 20) }))).toMatchObject({ knowsFields: true });
  });
});

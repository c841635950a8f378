import { expect, it, vi } from 'vitest';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { makeDocumentClient } from '../../functions/_adapters/dynamo/client.ts';
import { breadthOf } from '../../functions/_matching/breadth.ts';
import { makeJudgingDeps } from '../../functions/_matching/judging.ts';
import { JudgingEnv } from '../../functions/_matching/judging-env.ts';
import { aDemand } from '../builders/demand.ts';
import { throttled } from './throttled.ts';

const env = JudgingEnv.parse({
  TIME_ZONE: 'Asia/Shanghai',
  MATCH_WEIGHTS: JSON.stringify([{ version: 'test', effectiveFrom: '2026-01-01', weights: defaultWeights }]),
  USES_NEGATIVE_LISTS: 'false',
  LISTINGS_TABLE: 'listings',
  CANDIDATES_TABLE: 'candidates',
  ORGANIZATIONS_TABLE: 'organizations',
});

it('a demand that is on record is answered as made, even where nobody could look how much fits it', async () => {
  const deps = makeJudgingDeps(makeDocumentClient(), env, 'test');
  const warn = vi.fn();
  const candidates = { ...deps.candidates, under: () => Promise.reject(throttled()) };
  const breadth = breadthOf({ ...deps, candidates }, { warn });
  const demand = aDemand();
  expect(await breadth(demand)).toEqual({ tooBroad: null });
  expect(warn.mock.calls).toEqual([['breadth unknown', { demandId: demand.id, errorName: expect.any(String) }]]);
});

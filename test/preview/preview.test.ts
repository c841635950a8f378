import { describe, expect, it } from 'vitest';
import { previewOf } from '../../domain/preview/preview.ts';
import type { PreviewedPair } from '../../domain/preview/previewed-pair.ts';
import { Instant } from '../../domain/time.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { now } from '../builders/moment.ts';
import { demand, demanded, offer, offered } from './pairs.ts';

const preview = (pairs: readonly PreviewedPair[], listing: typeof demand | typeof offer = demand) =>
  previewOf({ listing, pairs, own: [], now, complete: true });
const oldDay = Instant.parse('2026-01-01T00:00:00.000Z');

describe('the matches of a previewed demand', () => {
  it('are counted and shown from five on, where three organizations stand behind them', () => {
    const { matches, best } = preview(offered(6, 3));
    expect(matches).toEqual({ exactly: 6 });
    expect(best).toHaveLength(5);
  });

  it('are neither counted nor shown below five: none and four read the same', () => {
    const recent = preview(offered(4, 4));
    expect(recent).toEqual(preview([]));
    expect(recent.matches).toEqual({ under: 5 });
  });

  it('are counted and not shown where two organizations stand behind them', () => {
    expect(preview(offered(8, 2))).toMatchObject({ matches: { exactly: 8 }, best: [] });
  });

  it('come best first, with what GET /v1/matches shows of an offer and nothing else', () => {
    const { best } = preview([...offered(5, 4, { securityLevel: 3 }), ...offered(1, 1, { title: 'The best' })]);
    expect(best[0]).toMatchObject({ title: 'The best', domain: '54', securityLevel: 2 });
    expect(best.map(({ score }) => score)).toEqual(best.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(Object.keys(best[0] ?? {}).toSorted()).toEqual(['criteria', 'domain', 'score', 'securityLevel', 'title']);
    expect(best[0]?.criteria[0]?.sentence.en).toBeTruthy();
  });

  it('are the same in whichever order the pairs were judged', () => {
    const pairs = offered(9, 3);
    expect(preview(pairs.toReversed())).toEqual(preview(pairs));
  });

  it('never name a listing or an organization', () => {
    expect(JSON.stringify(preview(offered(9, 3)))).not.toMatch(/offer-0|demand-0|org-|@/);
  });

  it('leave out what a person must decide, which is counted by itself', () => {
    const pairs = offered(6, 3).map((pair) => ({
      ...pair,
      verdict: { ...pair.verdict, outcome: 'needs-review' as const },
    }));
    expect(preview(pairs)).toMatchObject({ matches: { under: 5 }, needsReview: { exactly: 6 }, best: [] });
  });
});

describe('a previewed offer', () => {
  it('is shown what GET /v1/matches shows of a demand', () => {
    const { matches, best, tooBroad, mailsPerWeek } = preview(demanded(6, 4), offer);
    expect(matches).toEqual({ exactly: 6 });
    expect(best[0]).toMatchObject({ title: 'Demand 0', domains: ['54'], maxSecurityLevel: 4 });
    expect({ tooBroad, mailsPerWeek }).toEqual({ tooBroad: null, mailsPerWeek: null });
  });
});

describe('what the caller could do for more to match', () => {
  const certify = [{ side: 'buyer', kind: 'hold', tag: 'mlps-3' }] as const;
  const promise = [{ side: 'supplier', kind: 'carry', tag: 'takedown-commitment' }] as const;
  const lacking = (pairs: readonly PreviewedPair[], remedy: NonNullable<PreviewedPair['remedy']>) =>
    pairs.map((pair) => ({ ...pair, remedy }));

  it('is told with how many that would mend, from five of three organizations on', () => {
    expect(preview(lacking(offered(6, 3), certify)).nearMatches).toEqual([
      {
        changes: certify,
        remedy: {
          'zh-CN': '取得并由运营方核验“网络安全等级保护三级”',
          en: 'obtain, and have the operator verify, Multi-Level Protection Scheme 2.0, level 3',
        },
        pairs: { exactly: 6 },
      },
    ]);
    expect(preview(lacking(offered(4, 4), certify)).nearMatches).toEqual([]);
    expect(preview(lacking(offered(6, 2), certify)).nearMatches).toEqual([]);
  });

  it('is nothing that the other side would have to do', () => {
    expect(preview(lacking(offered(6, 3), promise)).nearMatches).toEqual([]);
    expect(preview(lacking(offered(6, 3), [...certify, ...promise])).nearMatches).toEqual([]);
    expect(preview(lacking(demanded(6, 3), promise), offer).nearMatches).toMatchObject([{ changes: promise }]);
    expect(preview(lacking(demanded(6, 3), certify), offer).nearMatches).toEqual([]);
  });
});

describe('what blocks most', () => {
  const noPurpose = { permittedPurposes: ['purpose-ai-training'] };

  it('is the criterion that fails most often, also beside others', () => {
    const pairs = [...offered(6, 3, { ...noPurpose, deliveryModes: ['raw'] }), ...offered(2, 2, noPurpose)];
    expect(preview(pairs).blockedMostBy).toMatchObject({ criterion: 'purpose', count: { exactly: 8 } });
    expect(preview(pairs).blockedMostBy?.sentence).toMatchObject({ en: expect.stringContaining('purpose') });
  });

  it('is not told below five, nor of two organizations', () => {
    expect(preview(offered(4, 4, noPurpose)).blockedMostBy).toBeNull();
    expect(preview(offered(6, 2, noPurpose)).blockedMostBy).toBeNull();
  });

  it('is looked for among related domains alone', () => {
    expect(preview(offered(6, 3, { ...noPurpose, domain: '17' })).blockedMostBy).toBeNull();
  });
});

describe('a demand', () => {
  const broad = { ...demand, domains: industries.slice(0, 11).map(({ code }) => code) };

  it('is too broad with more than ten domains', () => {
    expect(preview([], broad).tooBroad?.sentence.en).toContain('10');
    expect(preview([], { ...broad, domains: broad.domains.slice(0, 10) }).tooBroad).toBeNull();
  });

  it('is too broad where more than half of what was judged matches, once twenty do', () => {
    expect(preview(offered(19, 5)).tooBroad).toBeNull();
    expect(preview(offered(20, 5)).tooBroad).not.toBeNull();
    expect(preview([...offered(20, 5), ...offered(20, 5, { deliveryModes: ['raw'] })]).tooBroad).toBeNull();
  });

  it('is too broad where more than two hundred match', () => {
    const others = offered(300, 9, { deliveryModes: ['raw'] });
    expect(preview([...offered(200, 9), ...others]).tooBroad).toBeNull();
    expect(preview([...offered(201, 9), ...others]).tooBroad).not.toBeNull();
  });
});

describe('the mails of a week', () => {
  const recent = offered(21, 5);

  it('are a quarter of the matched offers of four weeks, rounded up', () => {
    expect(preview(recent).mailsPerWeek).toEqual({ exactly: 6 });
    expect(preview([...recent, ...offered(40, 5, { createdAt: oldDay })]).mailsPerWeek).toEqual({ exactly: 6 });
  });

  it('are not told below five', () => {
    expect(preview(offered(16, 5)).mailsPerWeek).toEqual({ under: 5 });
    expect(preview([]).mailsPerWeek).toEqual({ under: 5 });
  });

  it('are seven at most where they come daily, and none where none are wanted', () => {
    const many = offered(80, 5);
    expect(preview(many, { ...demand, notify: { mode: 'daily' } }).mailsPerWeek).toEqual({ exactly: 7 });
    expect(preview(many, { ...demand, notify: { mode: 'off' } }).mailsPerWeek).toEqual({ exactly: 0 });
  });
});

it('says that it is no legal advice, in both languages', () => {
  const { notice } = preview([]);
  expect(notice.en).toContain('no legal advice');
  expect(notice['zh-CN']).toContain('不构成法律意见');
});

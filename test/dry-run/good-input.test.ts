import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buyer, demandId, demandLine, files, offerId, offerLine, supplier } from './market-files.ts';
import { inFolder, lines, match, needed, start } from './spawned.ts';

const { id, organizationId, status, version, createdAt, updatedAt, validUntil, ...asPosted } = offerLine(1);
const stored = { status, version, createdAt, updatedAt, validUntil };

describe('the dry run', () => {
  it('writes a matched pair with every criterion and its reason in both languages, and a summary beside it', async () => {
    const { code, pairs, stderr } = await match(files(), needed);
    expect(code).toBe(0);
    expect(pairs).toMatchObject([{ offerId: offerId(1), demandId: demandId(1), outcome: 'matched', score: 100 }]);
    expect(pairs[0]?.criteria.find(({ criterion }) => criterion === 'domain')).toEqual({
      criterion: 'domain',
      outcome: 'pass',
      score: 100,
      weight: 30,
      reason: {
        code: 'domain-same',
        facts: { domain: '54' },
        zh: '领域相同：道路运输业。',
        en: 'Same domain: Road Transport.',
      },
      rules: ['zm-domain'],
      sources: [
        {
          rule: 'zm-domain',
          zh: '本服务规则：领域远近，代码依 GB/T 4754-2017',
          en: 'rule of this service: closeness of domains, codes of GB/T 4754-2017',
          verification: 'verified',
        },
      ],
      missing: [],
      choices: [],
    });
    expect(stderr).toContain('Read: 1 offers, 1 demands, 2 organizations.\n');
    expect(stderr).toContain('Judged: 1 pairs: 1 matched, 0 needs-review, 0 not-matched.\n');
    expect(stderr).toContain('Blocks the most pairs: nothing blocks any.\n');
    expect(stderr).toContain('Malformed lines: 0.\n');
  });

  it('counts the market as a zone would, where --statistics asks for it', async () => {
    const folder = await inFolder(
      files({
        'offers.jsonl': [offerLine(1, { volumeBytes: 5 }), offerLine(2, { domain: '17' })],
        'demands.jsonl': [demandLine(1), demandLine(2, { domains: ['91'] })],
      }),
    );
    const child = start(folder, [...needed, '--statistics', 'figures.json']);
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8'))).toMatchObject({
      figures: {
        day: '2026-11-23',
        organizations: { total: 2 },
        offers: { listed: 2 },
        volume: { bytes: '5', offers: 1 },
        matches: { open: 1, demandsServed: 1, demandsUnserved: 1 },
        wait: null,
      },
      unmetDemand: { demands: { under: 5 }, byDomain: [] },
    });
  });

  it('leaves out what does not match unless --all asks for it, and names what blocks the most pairs', async () => {
    const market = files({
      'offers.jsonl': [
        offerLine(1),
        offerLine(2, { domain: '17' }),
        offerLine(3, { domain: '17', deliveryModes: ['raw'] }),
        offerLine(4, { deliveryModes: ['raw'] }),
        offerLine(5, { domain: '17' }),
      ],
    });
    const { pairs, stderr } = await match(market, needed);
    expect(pairs.map((pair) => pair.offerId)).toEqual([offerId(1)]);
    expect(stderr).toContain('Judged: 5 pairs: 1 matched, 0 needs-review, 4 not-matched.');
    expect(stderr).toContain('Blocks the most pairs: domain, 3 of them, 2 by itself alone.');
    expect(stderr).toContain('Then, with how many by itself alone: delivery-mode 2 (1).');
    const all = await match(market, [...needed, '--all']);
    expect(all.pairs.map(({ outcome }) => outcome)).toEqual(['matched', ...Array(4).fill('not-matched')]);
  });

  it('writes what a person must decide', async () => {
    const offer = offerLine(1, { securityClass: 'important', securityLevel: 4 });
    const { pairs, stderr } = await match(files({ 'offers.jsonl': [offer] }), needed);
    expect(pairs.map(({ outcome }) => outcome)).toEqual(['needs-review']);
    expect(stderr).toContain('0 matched, 1 needs-review, 0 not-matched');
  });

  it('with --top keeps the best of each demand, equals by the id of the offer, whatever the order of the file', async () => {
    const less = { deliveryModes: ['api', 'sandbox'] };
    const market = files({
      'offers.jsonl': [offerLine(4), offerLine(2, { domain: 'G' }), offerLine(3), offerLine(1, { domain: 'G' })],
      'demands.jsonl': [demandLine(7), demandLine(5, less)],
    });
    const { pairs, code } = await match(market, [...needed, '--top', '3']);
    const best = [offerId(3), offerId(4), offerId(1)];
    expect(pairs.map((pair) => [pair.demandId, pair.offerId])).toEqual([
      ...best.map((one) => [demandId(7), one]),
      ...best.map((one) => [demandId(5), one]),
    ]);
    const [first, second, third] = pairs.map(({ score }) => score);
    expect(first).toBe(second);
    expect(third).toBeLessThan(second ?? 0);
    expect(code).toBe(0);
  });

  it('takes a listing as it is posted, with ids beside it, as the stored one', async () => {
    const form = { ...asPosted, id, organizationId };
    const whole = await match(files({ 'offers.jsonl': [{ ...form, ...stored }] }), needed);
    const bare = await match(files({ 'offers.jsonl': [form] }), needed);
    expect(bare.pairs).toHaveLength(1);
    expect(bare.pairs).toEqual(whole.pairs);
  });

  it('takes class and level from the grade of the supplier’s own scheme, as the API does', async () => {
    const { securityClass, securityLevel, ...rest } = asPosted;
    const nativeGrade = { scheme: 'gbt-43697-2024', grade: 'general-2' };
    const market = files({ 'offers.jsonl': [{ ...rest, nativeGrade, id, organizationId }] });
    const { pairs, stderr } = await match(market, needed);
    expect(stderr).toContain('Malformed lines: 0.');
    expect(pairs.map(({ outcome }) => outcome)).toEqual(['matched']);
  });

  it('heeds a status and a term that a line in the posted form gives', async () => {
    const market = files({
      'offers.jsonl': [
        { ...asPosted, id: offerId(1), organizationId, status: 'withdrawn' },
        { ...asPosted, id: offerId(2), organizationId, validUntil: '2026-11-23T16:00:00+08:00' },
        { ...asPosted, id: offerId(3), organizationId, validUntil: '2026-11-23T16:00:01+08:00' },
      ],
    });
    const { pairs } = await match(market, [...needed, '--all']);
    expect(pairs.map(({ criteria }) => criteria[0]?.reason.code)).toEqual([
      'offer-not-open',
      'offer-over',
      'both-in-force',
    ]);
  });

  it('takes an organization as the operator puts it, and one that is not in the file as unverified', async () => {
    const { version: _, createdAt: __, updatedAt: ___, ...asPut } = supplier;
    const known = await match(files({ 'orgs.jsonl': [buyer, asPut] }), needed);
    expect(known.pairs).toHaveLength(1);
    const unknown = await match(files({ 'orgs.jsonl': [buyer] }), [...needed, '--all']);
    const failed = unknown.pairs[0]?.criteria.filter(({ outcome }) => outcome === 'fail');
    expect(failed?.map(({ criterion }) => criterion)).toContain('due-diligence');
    expect(unknown.code).toBe(0);
    expect(unknown.stderr).toContain("Not in the organizations' file, so unverified: 1 organizations.");
  });

  it('counts certificates by the day of the zone: midnight in Beijing, not in Greenwich', async () => {
    const heldTags = [{ tag: 'kyc-verified', validUntil: '2026-11-23' }];
    const market = files({ 'orgs.jsonl': [{ ...buyer, heldTags }, supplier] });
    const at = (moment: string) => match(market, [...needed, '--now', moment]);
    expect((await at('2026-11-23T15:59:59Z')).pairs).toHaveLength(1);
    expect((await at('2026-11-23T16:00:00Z')).pairs).toHaveLength(0);
  });

  it('takes a byte order mark, blank lines and Windows line ends for what they are', async () => {
    const dressed = (text: string) => `\ufeff\r\n${text.replaceAll('\n', '\r\n\r\n')}  \r\n`;
    const plain = files();
    const market = files({
      'offers.jsonl': `\ufeff${lines(plain['offers.jsonl'])}`,
      'demands.jsonl': dressed(lines(plain['demands.jsonl'])),
      'orgs.jsonl': dressed(lines(plain['orgs.jsonl'])),
    });
    const { code, pairs, stderr } = await match(market, needed);
    expect([code, pairs.length]).toEqual([0, 1]);
    expect(stderr).toContain('Malformed lines: 0.');
  });

  it('weighs as the zone does, and by --weights in the place of some', async () => {
    const market = files({
      'offers.jsonl': [offerLine(1, { domain: 'G' })],
      'weights.json': '{ "domain": 0, "security-level": 40 }',
    });
    const weightsOf = async (args: readonly string[]) => {
      const [pair] = (await match(market, args)).pairs;
      const weights = new Map(pair?.criteria.map(({ criterion, weight }) => [criterion, weight]));
      return [pair?.score, weights.get('domain'), weights.get('security-level'), weights.get('purpose')];
    };
    expect(await weightsOf(needed)).toEqual([94, 30, 20, 10]);
    expect(await weightsOf([...needed, '--zone', 'cn-jjj-bigdata'])).toEqual([95, 25, 20, 15]);
    expect(await weightsOf([...needed, '--weights', 'weights.json'])).toEqual([100, 0, 40, 10]);
  });

  it('has nothing to say of empty files', async () => {
    const { code, stdout, stderr } = await match({ 'offers.jsonl': '', 'demands.jsonl': '', 'orgs.jsonl': '' }, needed);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('Judged: 0 pairs');
  });

  it('prints its usage with --help, on standard output', async () => {
    const { code, stdout, stderr } = await match({}, ['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const option of '--zone --offers --demands --organizations --now --top --all --near --weights --compare'.split(
      ' ',
    )) {
      expect(stdout).toContain(option);
    }
  });
});

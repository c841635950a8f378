import { describe, expect, it } from 'vitest';
import { buyer, demandLine, files, offerId, offerLine, supplier } from './market-files.ts';
import { inFolder, lines, match, needed, start } from './spawned.ts';

/** The second of three lines is malformed; the other two are good. */
const around = (line: string): string => `${lines([offerLine(1)])}${line}\n${lines([offerLine(3)])}`;
const text = (fields: object): string => JSON.stringify(offerLine(2, fields));
const { title: _, ...untitled } = offerLine(2);

describe('a malformed line', () => {
  it.each([
    ['is no JSON', '{"id": ', /not JSON: /],
    ['is no object', '[1]', /not a JSON object/],
    ['lacks a field', JSON.stringify(untitled), /\/title missing/],
    ['has a field of the wrong type', text({ title: 5 }), /\/title .*expected string/],
    ['has a field that nobody knows', text({ colour: 'red' }), /\/colour unknown field/],
    ['breaks a rule of the vocabulary', text({ domain: '99' }), /\/domain unknown domain “99”/],
    [
      'is wrong inside a list',
      text({ complianceTags: ['non-pi', { tag: 'no-tag' }] }),
      /\/complianceTags\/1\/tag unknown tag/,
    ],
    ['has no id of an offer', text({ id: 'offer-2' }), /\/id /],
    ['names no organization', text({ organizationId: undefined }), /\/organizationId missing/],
    ['has an id that stands before', text({ id: offerId(1) }), /\/id offer-0{31}1 stands in line 1 already/],
    ['has no such status', text({ status: 'open' }), /\/status /],
  ])('is told by file, line, field and cause where it %s; the rest goes on', async (_name, line, complaint) => {
    const { code, pairs, stderr } = await match(files({ 'offers.jsonl': around(line) }), needed);
    const told = stderr.split('\n').filter((one) => one.startsWith('offers.jsonl:'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^offers\.jsonl:2: /);
    expect(told[0]).toMatch(complaint);
    expect(pairs.map((pair) => pair.offerId)).toEqual([offerId(1), offerId(3)]);
    expect(stderr).toContain('Malformed lines: 1.');
    expect(code).toBe(2);
  });

  it('names every field that is wrong, those beside the text too', async () => {
    const { stderr } = await match(
      files({ 'offers.jsonl': around(text({ title: '', version: 0, domain: 'Z' })) }),
      needed,
    );
    expect(stderr).toMatch(/^offers\.jsonl:2: (?=.*\/version)(?=.*\/title)(?=.*\/domain)/m);
  });

  it('in the posted form is held against what the API refuses: tags that contradict each other', async () => {
    const { status, ...posted } = offerLine(2, { complianceTags: ['pi', 'non-pi'] });
    const { stderr, code } = await match(files({ 'offers.jsonl': around(JSON.stringify(posted)) }), needed);
    expect(stderr).toMatch(/^offers\.jsonl:2: \/complianceTags\/1 tag conflict/m);
    expect(code).toBe(2);
  });

  it('is told of demands and organizations as well', async () => {
    const market = files({
      'demands.jsonl': [demandLine(1), demandLine(1), { ...demandLine(2), purpose: 'fun' }],
      'orgs.jsonl': [{ ...buyer, clearance: 9 }, buyer, supplier, supplier],
    });
    const { code, pairs, stderr } = await match(market, needed);
    expect(stderr.match(/^(demands|orgs)\.jsonl:\d+: \/\w+/gm)).toEqual([
      'orgs.jsonl:1: /clearance',
      'orgs.jsonl:4: /id',
      'demands.jsonl:2: /id',
      'demands.jsonl:3: /purpose',
    ]);
    expect([code, pairs.length]).toEqual([2, 1]);
  });

  it('keeps its number where lines before it are blank or hold a line separator of Unicode', async () => {
    const market = files({ 'offers.jsonl': `\n\n${text({ description: 'a\u2028b' })}\n\n{\n${lines([offerLine(1)])}` });
    const { stderr, pairs } = await match(market, needed);
    expect(stderr.match(/^offers\.jsonl:\d+: /gm)).toEqual(['offers.jsonl:3: ', 'offers.jsonl:5: ']);
    expect(pairs).toHaveLength(1);
  });

  it('cannot write control characters on the terminal', async () => {
    const { stderr } = await match(files({ 'offers.jsonl': '\u001b[2J nonsense\n' }), needed);
    expect(stderr).toContain('offers.jsonl:1: not JSON');
    expect(stderr).not.toContain('\u001b');
  });
});

describe('wrong use', () => {
  it.each([
    ['no argument', [], /^Needed and not given: --zone, --offers, --demands, --organizations;/],
    ['one missing', needed.slice(0, -2), /^Needed and not given: --organizations;/],
    ['an unknown option', [...needed, '--bottom', '3'], /^Unknown option '--bottom';/],
    ['an option without its value', [...needed, '--top'], /^Option '--top <value>' argument missing;/],
    ['a stray word', [...needed, 'stray'], /^Unexpected argument 'stray';/],
    ['an unknown zone', [...needed, '--zone', 'atlantis'], /^There is no zone “atlantis”/],
    ['a file that is not there', [...needed, '--demands', 'gone.jsonl'], /^There is no file gone\.jsonl\.$/m],
    ['a folder for a file', [...needed, '--offers', '.'], /^\. is a folder, not a file\.$/m],
    ['no count', [...needed, '--top', '0'], /^--top 0 is no count/],
    ['half a count', [...needed, '--top', '1.5'], /^--top 1\.5 is no count/],
    ['a day for a moment', [...needed, '--now', '2026-11-23'], /^--now 2026-11-23 is no RFC 3339 time in UTC/],
    ['a moment that is not in UTC', [...needed, '--now', '2026-11-23T08:00:00+08:00'], /is no RFC 3339 time in UTC/],
    ['a day that no calendar has', [...needed, '--now', '2026-02-30T08:00:00Z'], /is no RFC 3339 time in UTC/],
    ['weights that are none', [...needed, '--weights', 'weights.json'], /^weights\.json .*\/domian unknown field/],
    ['no weights at all', [...needed, '--weights', 'orgs.jsonl'], /^orgs\.jsonl is not JSON\.$/m],
  ])('is one line on standard error: %s', async (_name, args, sentence) => {
    const { code, stdout, stderr } = await match(files({ 'weights.json': '{ "domian": 3 }' }), args);
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('a reader that goes away', () => {
  it('ends the run quietly', async () => {
    const many = (line: (number: number) => object) => Array.from({ length: 40 }, (_one, index) => line(index));
    const market = files({ 'offers.jsonl': many(offerLine), 'demands.jsonl': many(demandLine) });
    const child = start(await inFolder(market), needed);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => {
      child.once('close', resolve);
    });
    expect([code, stderr]).toEqual([0, '']);
  });
});

import { copyFile, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { zoneComplaints } from '../../infra/zones/check-zone.ts';
import { beijingDataPilot } from '../../infra/zones/cn-bj-data-pilot.ts';
import { greaterBayAreaMainland } from '../../infra/zones/cn-gba.ts';
import { greaterBayAreaMacao } from '../../infra/zones/cn-gba-mo.ts';
import { readAnswers, zoneFrom } from '../../infra/zones/tool/answers.ts';
import { differences, placeholders } from '../../infra/zones/tool/compare.ts';
import { notesOn } from '../../infra/zones/tool/notes.ts';
import { readSettings, type Said } from '../../infra/zones/tool/settings.ts';
import { writeRecord } from '../../infra/zones/tool/write-record.ts';

const fujian: Required<Said> = {
  zh: '福建数据试验区',
  en: 'Fujian "Trial" Zone',
  kind: 'big-data-pilot-zone',
  member: ['350000/福建省/Fujian', '350100/福州市/Fuzhou'],
  since: '2026-01',
  source: "The operator's word",
  region: 'cn-northwest-1',
};

const answer = (said: Said) => readAnswers('zz-written-by-a-test', said, undefined);

describe('npm run zone', () => {
  it.each([
    ['', 'Say new, check or diff'],
    ['deploy cn-gba', '“deploy” is nothing to do'],
    ['new', '“new” needs the id of the zone'],
    ['diff cn-gba', '“diff” needs the ids of two zones'],
    ['diff cn-gba cn-gba-hk cn-gba-mo', '“cn-gba-mo” is one argument too many'],
    ['check cn-gba cn-gba-hk', '“cn-gba-hk” is one argument too many'],
    ['check --zh x', '--zh: only “new” takes that'],
    ['check --zone x', "Unknown option '--zone'"],
  ])('says what is wrong with its arguments: “%s”', (line, sentence) => {
    expect(() => readSettings(line.split(' ').filter(Boolean))).toThrow(sentence);
  });

  it.each<[string, Said]>([
    ['Needed and not given: --en, --member', { ...fujian, en: undefined, member: undefined }],
    ['The kind “zone” is none of data-system-pilot-zone', { ...fujian, kind: 'zone' }],
    ['The region “cn-east-1” is none of cn-north-1, cn-northwest-1, ap-east-1', { ...fujian, region: 'cn-east-1' }],
    ['The member “350000” is not CODE/ZH/EN', { ...fujian, member: ['350000'] }],
    ['The member “350000/福建省/” is not CODE/ZH/EN', { ...fujian, member: ['350000/福建省/'] }],
  ])('says what is wrong with an answer: %s', async (sentence, said) => {
    await expect(answer(said)).rejects.toThrow(sentence);
  });

  it('asks for what no option says', async () => {
    const asked: string[] = [];
    const { kind: _, member: __, ...said } = fujian;
    const answers = await readAnswers('zz-written-by-a-test', said, async (question) => {
      asked.push(question);
      return question.startsWith('Kind') ? 'big-data-pilot-zone' : '350000/福建省/Fujian，350100/福州市/Fuzhou';
    });
    expect(asked.map((question) => question.split(/[ ,]/, 1)[0])).toEqual(['Kind', 'Members']);
    expect(answers).toEqual(await answer(fujian));
  });

  it('begins a zone outside the mainland under the law of its places', async () => {
    const said = { ...fujian, region: 'ap-east-1', member: ['820000/澳门特别行政区/Macao SAR'] };
    const zone = zoneFrom(await answer(said));
    expect([zone.jurisdictions, zone.timeZone, zone.mail.transport]).toEqual([['MO'], 'Asia/Macau', 'ses']);
    expect(zoneComplaints(zone)).toEqual([]);
    const mainland = zoneFrom(await answer({ ...fujian, region: 'ap-east-1' }));
    expect(zoneComplaints(mainland).join()).toContain('350000 is under the law of CN');
  });
});

describe('a record that it writes', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const copy = join(root, '.zone', `new-zone-${process.pid}`);
  const folder = join(copy, 'infra', 'zones');

  beforeAll(async () => {
    await mkdir(join(copy, 'infra'), { recursive: true });
    await symlink(join(root, 'domain'), join(copy, 'domain'));
    await mkdir(folder);
    const list = await readFile(join(root, 'infra/zones/zones.ts'), 'utf8');
    const files = [...list.matchAll(/'\.\/(.+?)'/g)].map(([, name = '']) => name);
    const presets = ['presets.ts', 'nine-cities.ts', 'zone-place.ts'];
    const defaults = ['default-limits.ts', 'default-rhythm.ts', 'default-watch.ts'];
    for (const file of ['zones.ts', ...files, ...presets, ...defaults])
      await copyFile(join(root, 'infra/zones', file), join(folder, file));
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it('is in the list of zones, says what it was told, is sound, and is written like the others; and never over another', async () => {
    const answers = await answer(fujian);
    const file = await writeRecord(answers, folder);
    const text = await readFile(file, 'utf8');
    expect(text).toContain("  ...mainlandZone('zz-written-by-a-test'),\n");
    const { zones } = z.object({ zones: z.array(z.unknown()) }).parse(await import(join(folder, 'zones.ts')));
    expect(zones.at(-1)).toEqual(zoneFrom(answers));
    expect(zoneComplaints(zoneFrom(answers))).toEqual([]);
    await expect(writeRecord(answers, folder)).rejects.toThrow('There is a file zz-written-by-a-test.ts already');
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});

describe('two records', () => {
  it('differ in settings that are told by their names', () => {
    const zone = { ...beijingDataPilot, since: '2024', negativeLists: [] };
    expect(differences(beijingDataPilot, zone)).toEqual([
      'since: 2023-11-10 → 2024',
      'negativeLists: nl-bj-2025 → none',
    ]);
    expect(differences(beijingDataPilot, beijingDataPilot)).toEqual([]);
  });

  it('differ in settings that only one of them has', () => {
    const told = differences(beijingDataPilot, greaterBayAreaMacao);
    expect(told).toContain('mail.port: 465 → nothing');
    expect(told).toContain('mail.region: nothing → ap-southeast-1');
    expect(told).toContain('members: 110112 北京市通州区 Tongzhou District, Beijing → 820000 澳门特别行政区 Macao SAR');
  });

  it('name hosts that stand for others until somebody says theirs', () => {
    expect(placeholders(beijingDataPilot).map((setting) => setting.split(' ')[0])).toEqual([
      'identity.issuer',
      'alarms.receiver',
      'mail.host',
      'mail.from',
      'mail.replyTo',
      'mail.bounces',
    ]);
    const { mail } = greaterBayAreaMacao;
    const own = {
      ...greaterBayAreaMacao,
      mail: { ...mail, from: 'zone@data.gov.mo', replyTo: 'desk@example-data.mo' },
    };
    expect(placeholders(own).map((setting) => setting.split(' ')[0])).toEqual(['identity.issuer', 'alarms.receiver']);
  });

  it('say what else to look at before a deploy: negative lists at their own place, facts that nobody checked', () => {
    const notes = notesOn(greaterBayAreaMainland);
    expect(notes).toContainEqual(
      expect.stringMatching(/^Read the negative list nl-gd-2025 .*cac[.]gov[.]cn.* differ by days/),
    );
    expect(notes).toContainEqual(expect.stringMatching(/^From general knowledge.*outline plan/));
  });
});

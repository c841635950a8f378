import { describe, expect, it } from 'vitest';
import { renderInvitation } from '../../functions/_mail/invitation-mail.ts';
import type { MailLinks } from '../../functions/_mail/mail-links.ts';
import { mailLocale } from '../../functions/_mail/mail-locale.ts';
import { renderMatchMail } from '../../functions/_mail/match-mail.ts';
import type { MatchMailInput } from '../../functions/_mail/match-mail-input.ts';
import { MissingMailValue } from '../../functions/_mail/missing-mail-value.ts';
import { renderNothingYet } from '../../functions/_mail/nothing-yet-mail.ts';
import { renderSupplierReport } from '../../functions/_mail/supplier-report-mail.ts';
import { sampleDemandId, sampleMatches, sampleZone } from '../../infra/mail-preview/sample-matches.ts';
import { bare, links, seen } from './mail-links.ts';

const base: MatchMailInput = {
  locale: 'en',
  zone: sampleZone,
  demand: { id: sampleDemandId, title: 'Freight' },
  matches: sampleMatches(1, 'en'),
  ended: [],
  mostShown: 20,
  isBroad: false,
  links,
};
const titled = (title: string, count = 1) =>
  renderMatchMail({ ...base, demand: { ...base.demand, title }, matches: sampleMatches(count, 'en', title) });

const [match] = base.matches;
if (!match) throw new Error('there is no sample match');
const offerTitled = (title: string) => ({ matches: [{ ...match, offer: { ...match.offer, title } }] });
const linksWith = (changed: Partial<MailLinks>) => ({ links: { ...links, ...changed } });

/** What is not there at run time, whatever the types say: a row of an older release, a setting left empty. */
const nothing = JSON.parse('{}').nothing;

describe('a value that is missing', () => {
  it.each<[string, Partial<MatchMailInput>]>([
    ['demand.title', { demand: { ...base.demand, title: '' } }],
    ['demand.title', { demand: { ...base.demand, title: nothing } }],
    ['demand.title', { demand: { ...base.demand, title: '\u202e\u200b \u0000' } }],
    ['zone.name', { zone: { name: { zh: '试验区', en: '' } } }],
    ['offer.title', offerTitled('')],
    ['offer.title', offerTitled(nothing)],
    ['match.score', { matches: [{ ...match, score: nothing }] }],
    ['match.score', { matches: [{ ...match, score: Number.NaN }] }],
    ['offer.deliveryModes', { matches: [{ ...match, offer: { ...match.offer, deliveryModes: [] } }] }],
    ['ended.title', { ended: [{ matchId: match.matchId, title: '' }] }],
    ['links.match', linksWith({ match: () => '' })],
    ['links.matches', linksWith({ matches: '' })],
    ['links.preferences', linksWith({ preferences: nothing })],
    ['links.unsubscribe', linksWith({ unsubscribe: ' ' })],
  ])('is an error that names it, and no mail with a hole: %s', (value, changed) => {
    expect(() => renderMatchMail({ ...base, ...changed })).toThrow(new MissingMailValue(value));
  });

  it('is named in the other mails, too', () => {
    const { zone, demand } = base;
    const yet = { locale: 'en', zone, demand, weeks: 4, remedies: [], links };
    expect(() => renderNothingYet({ ...yet, weeks: nothing })).toThrow(new MissingMailValue('weeks'));
    const empty = { remedy: { zh: '核验', en: '' }, pairs: { under: 5 } };
    expect(() => renderNothingYet({ ...yet, remedies: [empty] })).toThrow(new MissingMailValue('remedies.remedy'));
    const week = { from: '2026-11-16', until: '2026-11-22' };
    const report = { locale: 'en', zone, organization: { name: 'A' }, week, domains: [], remedies: [], links };
    expect(() => renderSupplierReport(report)).toThrow(new MissingMailValue('domains'));
    const invitation = { locale: 'en', zone, organization: { name: 'A' }, link: '', until: 'tomorrow' };
    expect(() => renderInvitation(invitation)).toThrow(new MissingMailValue('link'));
  });
});

describe('a title', () => {
  it.each([
    ['of 10,000 characters', '数据'.repeat(5000)],
    ['of 10,000 quotation marks', '"'.repeat(10_000)],
    ['of one word of 10,000 letters', 'w'.repeat(10_000)],
  ])('%s leaves the mail whole, under 100 KB, and stands in the text in full', (_, title) => {
    for (const count of [1, 20]) {
      const { html, text, subject } = titled(title, count);
      expect(Buffer.byteLength(html)).toBeLessThan(100_000);
      expect(html).toContain('</html>');
      expect(html).toContain('Stop these mails');
      expect(html).toContain('This is no legal advice.');
      expect(bare(text)).toContain(title);
      expect(subject.length).toBeLessThan(120);
    }
  });

  it.each([
    '<script>alert(1)</script>',
    '</style></head><img src=x onerror=alert(1)>',
    '"><a href="https://evil.example">press</a>',
    '<!--[if mso]><td>',
    '{{demand.title}} <%= x %> %s $1',
    '&lt;b&gt; &amp; &#60;',
    '</bdi></td></table>',
  ])('full of markup is only text: %s', (title) => {
    const { html, text } = titled(title);
    const plain = titled('Plain');
    const tags = (part: string) => [...part.matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag);
    expect(tags(html)).toEqual(tags(plain.html));
    expect(seen(html)).toContain(
      title.replace(/\s+/g, '').replace('evil.example', 'evil.\u2009example').replace(/\s+/g, ''),
    );
    expect(text).not.toContain('evil.example');
  });

  it.each([
    ['right to left', 'بيانات الطاقة (شهريًا)'],
    ['of emoji', '👩‍👩‍👧‍👦🔋🇨🇳'],
    ['of combining marks', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞'],
  ])('%s stands as it was typed, apart from what is around it', (_, title) => {
    const { html, subject } = titled(title);
    expect(html).toContain(`<bdi>${title}</bdi>`);
    expect(subject.isWellFormed()).toBe(true);
  });

  it('with half of a character, or what turns the direction of others, is made whole', () => {
    const { html, text, subject } = titled('a\ud83d b\udc00 \u202egnp.exe\u2066');
    for (const part of [html, text, subject]) {
      expect(part.isWellFormed()).toBe(true);
      expect(part).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      expect(part).toContain('a\ufffd b\ufffd gnp.');
    }
  });
});

describe('a language', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['zh', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['tlh', 'zh-CN'],
    ['english', 'zh-CN'],
    ['', 'zh-CN'],
    ['../../en', 'zh-CN'],
  ])('%j is read as %s', (asked, read) => {
    expect(mailLocale(asked)).toBe(read);
  });

  it('that does not exist gives a mail in Chinese that says in English how to change it', () => {
    const { html, text, subject } = renderMatchMail({ ...base, locale: 'tlh' });
    expect(subject).toBe('《Freight》有 1 条新的匹配供给');
    expect(html).toContain('<html dir="ltr" lang="zh-CN">');
    expect(text).toContain('Mails in English: choose your language under “邮件设置”.');
  });
});

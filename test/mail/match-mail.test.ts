import { describe, expect, it } from 'vitest';
import { DemandId } from '../../domain/ids.ts';
import { sentence } from '../../domain/matching/reasons.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { renderMatchMail } from '../../functions/_mail/match-mail.ts';
import type { EndedMatch, FoundMatch, MatchMailInput, OfferShown } from '../../functions/_mail/match-mail-input.ts';
import { foundMatch } from './found-match.ts';
import { bare, links, seen } from './mail-links.ts';

const zone = { name: { zh: '北京数据基础制度先行区', en: 'Beijing Data Infrastructure System Pilot Zone' } };
const demandId = DemandId.parse(`demand-${'a'.repeat(32)}`);

function mail(
  matches: readonly FoundMatch[],
  locale: Locale = 'en',
  title = 'Credit data for small-business lending',
  ended: readonly EndedMatch[] = [],
  more: Partial<MatchMailInput> = {},
) {
  const demand = { id: demandId, title };
  return renderMatchMail({ locale, zone, demand, matches, ended, mostShown: 20, isBroad: false, links, ...more });
}

const many = (count: number, offer: Partial<OfferShown> = {}) =>
  Array.from({ length: count }, (_, index) => foundMatch(index, offer));

const bytes = (text: string) => Buffer.byteLength(text);
const fullMatches = (html: string) => html.split('<h2').length - 1;

describe('the subject of a match mail', () => {
  it('says how many offers fit which demand, in both languages', () => {
    expect(mail(many(3), 'zh-CN', '信用数据').subject).toBe('《信用数据》有 3 条新的匹配供给');
    expect(mail(many(3)).subject).toBe('“Credit data for small-business lending” has 3 new matching offers');
    expect(mail(many(1)).subject).toBe('“Credit data for small-business lending” has 1 new matching offer');
  });

  it.each(['\r\nBcc: all@example.com', '\nX: y', '\u2028line', '\u0000nul', '\u202eoverride', '\u0085next'])(
    'stays one line whatever the title holds: %j',
    (evil) => {
      expect(mail(many(1), 'en', `Title${evil}`).subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
    },
  );

  it('cuts a long title between the characters of the reader', () => {
    const { subject } = mail(many(1), 'en', '👩‍👩‍👧‍👦'.repeat(60));
    expect(subject.isWellFormed()).toBe(true);
    expect(subject).toMatch(/^“(👩‍👩‍👧‍👦)+…”/u);
  });
});

describe.each(['zh-CN', 'en'] as const)('a match mail in %s', (locale) => {
  const match = foundMatch(1, { securityLevel: 4 });
  const made = mail([match], locale);

  it.each(['html', 'text'] as const)(
    'says what was found, why, what to arrange and what to press in its %s',
    (part) => {
      const content = part === 'html' ? seen(made.html) : bare(made.text);
      for (const { reason } of match.criteria) expect(content).toContain(sentence(reason, locale).replace(/\s+/g, ''));
      expect(content).toContain(match.offer.title);
      expect(made[part]).toContain(`https://api.zone.example/v1/matches/${match.matchId}`);
      expect(made[part]).toContain(locale === 'en' ? 'Still to arrange (3)' : '还需安排（3 项）');
      expect(made[part]).toContain(locale === 'en' ? 'This is no legal advice.' : '本邮件不构成法律意见。');
    },
  );

  it('states its language and that it is fit for dark screens', () => {
    expect(made.html).toContain(`<html dir="ltr" lang="${locale}">`);
    expect(made.html).toContain('<meta name="color-scheme" content="light dark"/>');
  });

  it('fetches nothing', () => {
    expect(made.html).not.toMatch(/<(img|script|link|iframe|object|video)|url\(|@import|@font-face|\ssrc=/i);
  });

  it('keeps lines of text short enough for a fixed-width reader, save links', () => {
    const lines = made.text.split('\n').filter((line) => !line.includes('https://'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(lines.some((line) => /\s$|^\s*[，。；：、）》”]/.test(line))).toBe(false);
  });
});

describe('a match mail', () => {
  it('shows HTML in titles as text', () => {
    const evil = '<script>alert("x")</script>\'"><img src=x onerror=y>';
    const { html, text } = mail([foundMatch(1, { title: evil })], 'en', evil);
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(text).toContain('<script>');
  });

  it('keeps emoji, right-to-left titles and each apart from what stands around it', () => {
    const { html } = mail([foundMatch(1, { title: 'بيانات الطاقة 🔋' })]);
    expect(html).toContain('<bdi>بيانات الطاقة 🔋</bdi>');
  });

  it('draws a bar as wide as the score, whole or empty at the ends', () => {
    const match = foundMatch(1);
    const scores = [0, 37, 100];
    const criteria = match.criteria.filter(({ score }) => score !== null).slice(0, 3);
    const { html, text } = mail([
      { ...match, criteria: criteria.map((one, at) => ({ ...one, score: scores[at] ?? 0 })) },
    ]);
    expect([...html.matchAll(/class="f" width="(\d+)%"/g)].map(([, width]) => width)).toEqual(['37', '100']);
    expect(html.match(/class="t"/g)).toHaveLength(3);
    expect(text).toContain('░░░░░░░░░░   0');
    expect(text).toContain('████░░░░░░  37');
    expect(text).toContain('██████████ 100');
  });

  it('does not show as passed what a person must decide', () => {
    const match = foundMatch(1);
    const criteria = match.criteria.map((one) => ({ ...one, outcome: 'review' as const }));
    const { html, text } = mail([{ ...match, criteria }]);
    expect(html + text).not.toContain('✓');
    expect(html.match(/For a person to decide/g)).toHaveLength(criteria.length);
  });

  it('says nothing of the supplier, even where it is handed more than it asks for', () => {
    const match = foundMatch(1);
    const offer = { ...match.offer, organizationId: 'secret-supplier', contacts: [{ email: 'sales@secret.example' }] };
    const { html, text, subject } = mail([{ ...match, offer }]);
    expect(html + text + subject).not.toContain('secret');
  });

  it.each(['zh-CN', 'en'] as const)('shows in full what stays under 100 KB, and counts the rest, in %s', (locale) => {
    const { html, text } = mail(many(57), locale);
    const full = fullMatches(html);
    expect(bytes(html)).toBeLessThan(100_000);
    expect(full).toBeGreaterThanOrEqual(12);
    const rest =
      locale === 'en' ? ['And 37 more matches.', `Of ${20 - full} m`] : ['另有 37 条', `其中 ${20 - full} 条`];
    for (const said of rest) {
      expect(seen(html)).toContain(said.replaceAll(' ', ''));
      expect(text).toContain(said);
    }
    expect(text).toContain(`\n20. ${foundMatch(1).offer.title} (92)\n`);
    expect(text).toContain(links.matches);
  });

  it('shows no more than the zone sets, best first, and says how many there are beside', () => {
    const { html, text } = mail(many(40), 'en', 'Freight', [], { mostShown: 3 });
    expect(fullMatches(html)).toBe(3);
    expect(html.match(/<bdi>京津冀/g)).toHaveLength(6);
    expect(text).toContain('And 37 more matches.');
    expect(html).toContain('And 37 more matches');
  });

  it.each(['zh-CN', 'en'] as const)('says how to narrow a demand that is too broad, where it is, in %s', (locale) => {
    const told = locale === 'en' ? 'a mail shows 5 at the most' : '每封邮件最多列出 5 条';
    const broad = mail(many(6), locale, 'x', [], { mostShown: 5, isBroad: true });
    expect(seen(broad.html)).toContain(told.replaceAll(' ', ''));
    expect(bare(broad.text)).toContain(told.replaceAll(' ', ''));
    expect(seen(mail(many(6), locale).html)).not.toContain(locale === 'en' ? 'Narrowthisdemand' : '收窄');
  });

  it('stays under 100 KB with the longest titles that can be posted', () => {
    const offer = { title: '"'.repeat(200), recipientTags: ['mlps-3', 'dsmm-3'], securityLevel: 4 };
    const { html } = mail(many(20, { ...offer, carriedTags: ['pi', 'no-reidentification'] }));
    expect(bytes(html)).toBeLessThan(100_000);
    expect(fullMatches(html)).toBeGreaterThanOrEqual(10);
  });

  it('is the same for the same input', () => {
    expect(mail(many(2))).toEqual(mail(many(2)));
  });

  it('ends with how to have it otherwise, who sends it and why, and that a person reads replies', () => {
    const { html, text } = mail(many(1));
    expect(html).toContain('href="https://api.zone.example/v1/unsubscribe?token=u&amp;a=1"');
    expect(html).toContain('href="https://api.zone.example/v1/mail-preferences?token=p&amp;a=1"');
    for (const said of [links.unsubscribe, links.preferences]) expect(text).toContain(said);
    for (const said of ['Sent by Beijing Data', 'reads replies']) expect(html + text).toContain(said);
  });
});

describe('matches that are open no longer', () => {
  const endedOnes = (count: number, title = 'Road freight by section'): readonly EndedMatch[] =>
    Array.from({ length: count }, (_, index) => ({ matchId: foundMatch(500 + index).matchId, title }));

  it.each(['zh-CN', 'en'] as const)('are named after the new ones, by what was told and no link, in %s', (locale) => {
    const { html, text, subject } = mail(many(1), locale, 'Freight', endedOnes(2));
    expect(subject).toBe(mail(many(1), locale, 'Freight').subject);
    for (const part of [html, text]) {
      expect(part).toContain(locale === 'en' ? 'No longer open: 2 matches' : '已失效的匹配（2 条）');
      expect(part.split('Road freight by section')).toHaveLength(3);
      expect(part).toContain(foundMatch(501).matchId);
      expect(part).not.toContain(`/matches/${foundMatch(501).matchId}`);
    }
  });

  it('are what the mail is about where nothing was found', () => {
    const { html, subject } = mail([], 'en', 'Freight', endedOnes(1));
    expect(subject).toBe('“Freight”: 1 match no longer open');
    expect(mail([], 'zh-CN', '货运', endedOnes(3)).subject).toBe('《货运》有 3 条匹配已失效');
    expect(html.match(/No longer open/g)).toHaveLength(1);
    expect(html).toContain('You were told of these before.');
    expect(html).not.toContain('0 new');
  });

  it('are a number where they are many, and leave room for the new ones', () => {
    const { html, text } = mail(many(20), 'en', 'Freight', endedOnes(300, '数据'.repeat(400)));
    expect(bytes(html)).toBeLessThan(100_000);
    expect(text).toContain('And 280 more.');
    expect(fullMatches(html)).toBeGreaterThan(3);
  });

  it('are shown as text, on lines of their own', () => {
    const { html, text } = mail([], 'en', 'Freight', endedOnes(1, '<script>\r\nX: y</script>'));
    expect(html).not.toContain('<script');
    expect(text).toContain('- <script> X: y</script>');
  });
});

import { describe, expect, it } from 'vitest';
import { DemandId } from '../../domain/ids.ts';
import { sentence } from '../../domain/matching/reasons.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { renderMatchMail } from '../../functions/_mail/match-mail.ts';
import type { EndedMatch, FoundMatch, OfferShown } from '../../functions/_mail/match-mail-input.ts';
import { foundMatch } from './found-match.ts';

const zone = { name: { zh: '北京数据基础制度先行区', en: 'Beijing Data Infrastructure System Pilot Zone' } };
const demandId = DemandId.parse(`demand-${'a'.repeat(32)}`);

function mail(
  matches: readonly FoundMatch[],
  locale: Locale = 'en',
  title = 'Credit data for small-business lending',
  ended: readonly EndedMatch[] = [],
) {
  const demand = { id: demandId, title };
  return renderMatchMail({ locale, zone, demand, matches, ended, publicBaseUrl: 'https://api.zone.example/' });
}

const many = (count: number, offer: Partial<OfferShown> = {}) =>
  Array.from({ length: count }, (_, index) => foundMatch(index, offer));

const bytes = (text: string) => Buffer.byteLength(text);
const fullMatches = (html: string) => html.split('<h2').length - 1;
const visible = (html: string) => html.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]*>/g, ' ');

describe('the subject of a match mail', () => {
  it('says how many offers fit which demand, in both languages', () => {
    expect(mail(many(3), 'zh-CN', '信用数据').subject).toBe('《信用数据》有 3 条新的匹配数据');
    expect(mail(many(3)).subject).toBe('3 new matching offers for “Credit data for small-business lending”');
    expect(mail(many(1)).subject).toBe('1 new matching offer for “Credit data for small-business lending”');
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
    expect(subject).toMatch(/“(👩‍👩‍👧‍👦)+…”$/u);
  });
});

describe.each(['zh-CN', 'en'] as const)('a match mail in %s', (locale) => {
  const match = foundMatch(1, { securityLevel: 4 });
  const made = mail([match], locale);

  it.each(['html', 'text'] as const)(
    'says what was found, why, what to arrange and what to press in its %s',
    (part) => {
      const content = made[part].replace(/\s+/g, '');
      for (const { reason } of match.criteria) {
        const expected = sentence(reason, locale).replace(/\s+/g, '');
        expect(content.replaceAll('&#39;', "'")).toContain(expected);
      }
      expect(content).toContain(match.offer.title);
      expect(made[part]).toContain(`https://api.zone.example/v1/matches/${match.matchId}`);
      expect(made[part]).toContain(locale === 'en' ? 'Still to arrange' : '还需安排');
      expect(made[part]).toContain(locale === 'en' ? 'This is no legal advice.' : '本邮件不构成法律意见。');
    },
  );

  it('states its language and that it is fit for dark screens', () => {
    expect(made.html).toContain(`<html lang="${locale}">`);
    expect(made.html).toContain('<meta name="color-scheme" content="light dark">');
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
    expect([...html.matchAll(/class=f width=(\d+)%/g)].map(([, width]) => width)).toEqual(['37', '100']);
    expect(html.match(/class=t /g)).toHaveLength(3);
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

  it('lists up to 20 matches, shows in full what stays under 100 KB, and counts the rest', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { html, text } = mail(many(25), locale);
      const full = fullMatches(html);
      expect(bytes(html)).toBeLessThan(100_000);
      expect(full).toBeGreaterThanOrEqual(19);
      expect(full).toBeLessThanOrEqual(20);
      expect(html).toContain(`/v1/matches?demand=${demandId}`);
      expect(visible(html)).toContain(locale === 'en' ? `And ${25 - full} more` : `另有 ${25 - full} 条`);
      expect(text).toContain(locale === 'en' ? `And ${25 - full} more` : `另有 ${25 - full} 条`);
      expect(text).toContain(`${full}. `);
    }
  });

  it('stays under 100 KB with the longest titles that can be posted', () => {
    const { html } = mail(many(20, { title: '"'.repeat(200), recipientTags: ['mlps-3', 'dsmm-3'], securityLevel: 4 }));
    expect(bytes(html)).toBeLessThan(100_000);
    expect(fullMatches(html)).toBeGreaterThanOrEqual(10);
  });

  it('is the same for the same input', () => {
    expect(mail(many(2))).toEqual(mail(many(2)));
  });

  it('offers a way to stop these mails where there is one', () => {
    const stop = 'https://api.zone.example/stop?a=1&b=2';
    const demand = { id: demandId, title: 'x' };
    const made = renderMatchMail({
      locale: 'en',
      zone,
      demand,
      ended: [],
      matches: many(1),
      publicBaseUrl: 'https://a.example',
      unsubscribe: stop,
    });
    expect(made.html).toContain('href="https://api.zone.example/stop?a=1&amp;b=2"');
    expect(made.text).toContain(stop);
    expect(mail(many(1)).html).not.toContain('Stop these mails');
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
    expect(subject).toBe('1 match for “Freight” no longer open');
    expect(mail([], 'zh-CN', '货运', endedOnes(3)).subject).toBe('《货运》有 3 条匹配已失效');
    expect(html.match(/No longer open/g)).toHaveLength(1);
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

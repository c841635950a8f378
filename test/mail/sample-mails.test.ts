import { describe, expect, it } from 'vitest';
import { previewApi } from '../../infra/mail-preview/sample-links.ts';
import { sampleMails } from '../../infra/mail-preview/sample-mails.ts';
import { bare, textsOf } from './mail-links.ts';

const mails = sampleMails.map(({ name, locale, render }) => ({ name, locale, ...render() }));

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));

describe.each(mails)('$name', ({ name, locale, subject, html, text }) => {
  it('is shown whole: under 100 KB, with nothing fetched', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(html).not.toMatch(/<(img|script|link|iframe|object|video)|url\(|@import|@font-face|\ssrc=/i);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  });

  it('leads to the API alone, by links that the text has too', () => {
    const links = linksIn(html);
    expect(links.filter((link) => !link.startsWith(`${previewApi}/v1/`))).toEqual([]);
    const isListed = (link: string) => text.includes(link);
    expect(links.filter((link) => !isListed(link))).toEqual([]);
  });

  it('says the same as text', () => {
    const written = bare(subject) + bare(text);
    // What may be copied in HTML is a line of its own in the text.
    const isSaid = (said: string) => written.includes(said.replace(/…$/, '')) || /^(也可将|Orcopy)/.test(said);
    expect(textsOf(html).filter((said) => !isSaid(said))).toEqual([]);
  });

  it('is in one language, but for what others typed and how to change it', () => {
    const said = textsOf(html).filter((one) => !/中文|English/.test(one));
    if (locale === 'en' && !name.startsWith('titles'))
      expect(said.filter((one) => /\p{Script=Han}/u.test(one))).toEqual([]);
    const english = /\b(the|and|this|your|matches?|offers?|demands?|mails?)\b/i;
    if (locale === 'zh-CN' && !name.startsWith('titles')) expect(said.filter((one) => english.test(one))).toEqual([]);
  });

  it('is no legal advice, and says so', () => {
    expect(text).toContain(locale === 'en' ? 'This is no legal advice.' : '本邮件不构成法律意见。');
    expect(text).toContain(locale === 'en' ? '中文' : 'English');
  });
});

it('there is each kind of mail in both languages, under a name of its own', () => {
  expect(new Set(mails.map(({ name }) => name)).size).toBe(mails.length);
  expect(mails.filter(({ locale }) => locale === 'en')).toHaveLength(mails.length / 2);
});

it('ten matches at least stand in full, as the rules judge them', () => {
  for (const { html } of mails.filter(({ name }) => name.startsWith('matches-20'))) {
    expect(html.split('<h2').length - 1).toBeGreaterThanOrEqual(10);
  }
});

import type { MailLinks } from '../../functions/_mail/mail-links.ts';

/** Where the links of the tests' mails lead. */
export const links: MailLinks = {
  match: (id) => `https://api.zone.example/v1/matches/${id}?token=t&lang=en`,
  matches: 'https://api.zone.example/v1/matches?demand=d',
  preferences: 'https://api.zone.example/v1/mail-preferences?token=p&a=1',
  unsubscribe: 'https://api.zone.example/v1/unsubscribe?token=u&a=1',
};

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&amp;': '&',
};

const plain = (html: string): string =>
  html.replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => entities[entity] ?? entity);

/** Each text of an HTML part that a reader sees, without spaces: as it was before it was escaped. */
export const textsOf = (html: string): readonly string[] =>
  html
    .replace(/^.*?<\/title>|<style>.*?<\/style>|<!--.*?-->|<div[^>]*data-skip-in-text.*?<\/div><\/div>/gs, '')
    .split(/<[^>]*>/)
    .map((text) => plain(text).replace(/\s+/g, ''))
    .filter((text) => text !== '');

/** What a reader sees of an HTML part, without spaces. */
export const seen = (html: string): string => textsOf(html).join('');

/** A text part without spaces: its lines are broken where there is room. */
export const bare = (text: string): string => text.replace(/\s+/g, '');

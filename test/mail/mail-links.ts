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

/** What a reader sees of an HTML part, without spaces: the texts of it, as they were before they were escaped. */
export const seen = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>|<!--.*?-->/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, '');

import type { MailLinks } from '../../functions/_mail/mail-links.ts';

/** Where the previewed mails' links would lead: nowhere. */
export const previewApi = 'https://api.zone.example';

const token = 'a-token-of-the-length-that-a-signed-link-has.'.repeat(3);

export const sampleLinks: MailLinks = {
  match: (id) => `${previewApi}/v1/match?id=${id}&token=${token}`,
  matches: `${previewApi}/v1/matches?token=${token}`,
  preferences: `${previewApi}/v1/mail-preferences?token=${token}`,
  unsubscribe: `${previewApi}/v1/unsubscribe?token=${token}`,
};

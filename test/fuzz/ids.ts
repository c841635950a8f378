import fc from 'fast-check';
import { hostileText } from './hostile.ts';

const kinds = ['offer', 'demand', 'match', 'review'];
export const names = kinds.flatMap((kind) => [`{own-${kind}}`, `{own-${kind}}`, `{${kind}-of-victim}`]);
const strangers = ['offer', 'demand', 'match'].map((kind) => `${kind}-${'0123456789abcdef'.repeat(2)}`);

/** What is withdrawn is open to no other operation: so that spare listings alone are. */
const isWithdrawal = (method: string, template: string): boolean => method === 'DELETE' && template.endsWith('/{id}');

/** Ids of the kind that a path is about: mostly the caller’s own. */
export function fitting(method: string, template: string): readonly string[] {
  if (template.startsWith('/v1/docs')) return ['start.js', 'swagger-ui.css', 'index.html'];
  if (template.startsWith('/v1/organizations')) return ['org-fuzz', 'org-fuzz-2'];
  if (template.startsWith('/v1/stopped-addresses')) return ['{own-stop}', '0123456789abcdef'.repeat(2)];
  const kind = kinds.find((one) => template.startsWith(`/v1/${one}`)) ?? 'offer';
  const own = isWithdrawal(method, template) ? `{own-spare-${kind}}` : `{own-${kind}}`;
  return [own, own, own, `{${kind}-of-victim}`];
}

/** Which link leads to a page. */
export function tokenFor(template: string): string {
  if (template.endsWith('/unsubscribe')) return 'unsubscribe';
  if (template.endsWith('/match-page')) return 'match-link';
  return template.endsWith('/mail-preferences') ? 'preferences' : 'invitation';
}

/** Ids in a path: of the right kind or another, one’s own or another’s, none, and what is no segment at all. */
export const idsIn = (method: string, template: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...fitting(method, template)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...(isWithdrawal(method, template) ? strangers : [...names, ...strangers])),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{own-spare-offer}%00',
        '%7Boffer%7D',
        '..',
        '../{offer-of-victim}',
        '%2e%2e%2f{offer-of-victim}',
        '.',
        '%ff',
        '%',
        '{offer-of-victim}/../{own-spare-offer}',
        '{offer-of-victim};a=b',
        'OFFER-0123456789ABCDEF0123456789ABCDEF',
        'a'.repeat(2000),
      ),
    },
    { weight: 1, arbitrary: hostileText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 2000)) },
  );

import type { Bilingual, Locale } from '../../domain/vocabulary/bilingual.ts';
import { nameIn } from '../../domain/vocabulary/bilingual.ts';
import { renderMatchMail } from '../../functions/_mail/match-mail.ts';
import type { EndedMatch, MatchMailInput } from '../../functions/_mail/match-mail-input.ts';
import type { Sample } from './sample.ts';
import { sampleLinks } from './sample-links.ts';
import { sampleDemandId, sampleMatches, sampleZone } from './sample-matches.ts';

const demandTitle: Bilingual = {
  zh: '小微企业信贷风控所需经营数据',
  en: 'Activity data for lending to small businesses',
};

const render = (locale: Locale, input: Pick<MatchMailInput, 'matches'> & Partial<MatchMailInput>, title?: string) =>
  renderMatchMail({
    locale,
    zone: sampleZone,
    demand: { id: sampleDemandId, title: title ?? nameIn(locale, demandTitle) },
    ended: [],
    mostShown: 20,
    isBroad: false,
    links: sampleLinks,
    ...input,
  });

const counted = (count: number): Sample => ({
  name: `matches-${String(count).padStart(2, '0')}`,
  render: (locale) => render(locale, { matches: sampleMatches(count, locale) }),
});

/** One title for the demand and for every offer of the mail. */
const titled = (name: string, title: string): Sample => ({
  name: `titles-${name}`,
  render: (locale) => render(locale, { matches: sampleMatches(3, locale, title) }, title),
});

const endedOnes = (locale: Locale): readonly EndedMatch[] =>
  sampleMatches(2, locale).map(({ matchId, offer }) => ({ matchId, title: offer.title }));

/** Mails about matches: one to twenty of them, more than are shown, ended ones, and titles of every kind. */
export const matchSamples: readonly Sample[] = [
  ...[1, 2, 3, 5, 10, 20].map(counted),
  {
    name: 'matches-57-broad',
    render: (locale) => render(locale, { matches: sampleMatches(57, locale), mostShown: 5, isBroad: true }),
  },
  {
    name: 'matches-cleared',
    render: (locale) =>
      render(locale, {
        matches: sampleMatches(1, locale).map((match) => ({
          ...match,
          isCleared: true,
          criteria: match.criteria.map((one) =>
            one.criterion === 'purpose-rules' ? { ...one, outcome: 'review' as const } : one,
          ),
        })),
      }),
  },
  {
    name: 'matches-and-ended',
    render: (locale) => render(locale, { matches: sampleMatches(1, locale), ended: endedOnes(locale) }),
  },
  { name: 'ended', render: (locale) => render(locale, { matches: [], ended: endedOnes(locale) }) },
  titled(
    'long',
    '京津冀小微企业经营活力与信贷风险联合建模所需的多源数据，含税务、社保、用电与物流指标，'.repeat(4).slice(0, 200),
  ),
  titled('long-word', 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(5).slice(0, 200)),
  titled('right-to-left', 'بيانات نشاط الشركات الصغيرة في بكين (شهريًا)'),
  titled('emoji', '🔋 Energy use of small businesses 👩‍👩‍👧‍👦 📈'),
  titled('ascii', 'Plain ASCII: <b>tags</b> & "quotes" are only text'),
];

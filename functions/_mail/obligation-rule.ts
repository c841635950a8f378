import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import { liesIn } from '../../domain/vocabulary/places.ts';
import type { FoundMatch } from './match-mail-input.ts';

/** What an obligation depends on. */
export type Arranged = Pick<FoundMatch, 'offer' | 'usedIn'>;

/** Something that a match may leave to arrange: when, what, and where that stands. */
export type ObligationRule = {
  readonly rule: string;
  readonly applies: (about: Arranged) => boolean;
  readonly say: (about: Arranged) => Bilingual;
  readonly source: Bilingual;
  /** Whether the source itself was not read: the mail says so. */
  readonly isGeneralKnowledge?: true;
};

/** Whether the data carries a tag, in date or implied. */
export const carries = ({ offer }: Arranged, tag: string): boolean => offer.carriedTags.includes(tag);

const isFromMainland = ({ offer }: Arranged): boolean => liesIn(offer.jurisdiction, 'CN');

/** Whether the data would leave the mainland. */
export const isExport = (about: Arranged): boolean => isFromMainland(about) && liesIn(about.usedIn, 'OUT');

/** Whether the data is about persons under the mainland's law; anonymised data no longer is (PIPL Art 4). */
export const isPersonal = (about: Arranged): boolean => isFromMainland(about) && carries(about, 'pi');

export const isImportant = ({ offer }: Arranged): boolean => offer.securityClass === 'important';

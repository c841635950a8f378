import type { OrganizationId } from '../ids.ts';
import { groupByRemedy, remedyPhrase } from '../matching/near-matches.ts';
import type { Change } from '../matching/remedies.ts';
import { coarse, isCrowd } from './coarse.ts';
import { previewLimits } from './limits.ts';
import type { PreviewedPair } from './previewed-pair.ts';
import { shownSentence } from './shown-sentence.ts';

/** A remedy as its owner reads it, with how many pairs it would mend: coarse below five. */
export const shownRemedy = (changes: readonly Change[], pairs: number) => ({
  changes,
  remedy: shownSentence(remedyPhrase(changes)),
  pairs: coarse(pairs),
});

/**
 * What the owner of a previewed listing could do, by itself, for more of the other side's to match it. A remedy is told
 * only where those that it would mend are a crowd: what one company asks for is in what its listing lacks.
 */
export const nearMatchesOf = (
  pairs: readonly PreviewedPair[],
  side: Change['side'],
  ownerOf: (pair: PreviewedPair) => OrganizationId,
) =>
  groupByRemedy(pairs, side)
    .filter((group) => isCrowd(group.pairs.map(ownerOf)))
    .slice(0, previewLimits.remedies)
    .map((group) => shownRemedy(group.changes, group.pairs.length));

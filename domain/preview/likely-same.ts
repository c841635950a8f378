import { domainsOf, type Listing } from '../listing/listing.ts';
import { isOpen } from '../listing/parts.ts';
import { previewLimits } from './limits.ts';

const folded = (title: string): string => title.normalize('NFKC').toLowerCase();

/** The title without case, width, spaces and punctuation (NFKC, Unicode UAX #15). */
const normalised = (title: string): string => folded(title).replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');

const unspaced = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)/u;

const pairsOf = (run: string): readonly string[] => {
  const characters = [...run];
  return characters.length === 1 ? characters : characters.slice(1).map((next, index) => `${characters[index]}${next}`);
};

/** Words; where a script writes none apart, each two characters that stand together. */
function partsOf(title: string): ReadonlySet<string> {
  const words = folded(title).split(/[^\p{L}\p{M}\p{N}]+/u);
  const runs = words.flatMap((word) => word.split(unspaced)).filter((run) => run !== '');
  return new Set(runs.flatMap((run) => (unspaced.test(run) ? pairsOf(run) : [run])));
}

/** The share of the parts of the richer title that stand in both. */
function likeness(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  const larger = Math.max(a.size, b.size);
  return larger === 0 ? 0 : a.intersection(b).size / larger;
}

const haveSameDomains = (one: Listing, other: Listing): boolean =>
  new Set(domainsOf(one)).symmetricDifference(new Set(domainsOf(other))).size === 0;

function isLikelySame(one: Listing, other: Listing): boolean {
  const title = normalised(one.title);
  if (title !== '' && title === normalised(other.title)) return true;
  return haveSameDomains(one, other) && likeness(one.title, other.title) >= previewLimits.titleLikeness;
}

/** Which open listings of the caller, all of the previewed one's kind, it likely repeats. */
export const duplicatesOf = (listing: Listing, own: readonly Listing[]) =>
  own
    .filter((other) => isOpen(other.status) && isLikelySame(listing, other))
    .slice(0, previewLimits.duplicates)
    .map(({ id, title, status }) => ({ id, title, status }));

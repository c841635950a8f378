import { relatedDomains } from '../../domain/vocabulary/domain-relations.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { makeDraws, shuffled } from './draws.ts';
import type { Figures } from './figures.ts';

export const kinds = ['offer', 'demand'] as const;
export type Kind = (typeof kinds)[number];
export const otherKind = (kind: Kind): Kind => (kind === 'offer' ? 'demand' : 'offer');

/** A division of GB/T 4754, as far as its listings go. */
export type Division = {
  readonly code: string;
  /** Share of all listings. */
  readonly share: number;
  /** Which divisions have candidates for its listings, by their place in the list; its own among them. */
  readonly related: readonly number[];
  /** Partitions that are looked at too and hold nothing, as nobody posts under a whole section here. */
  readonly empty: number;
};

/** Shares by Zipf's law: the second has half of the first's where the exponent is 1. */
export function zipfShares(count: number, exponent: number): readonly number[] {
  const sizes = Array.from({ length: count }, (_, index) => (index + 1) ** -exponent);
  const sum = sizes.reduce((total, size) => total + size, 0);
  return sizes.map((size) => size / sum);
}

/** The 97 divisions, which of them are the large ones decided by the seed. */
export function divisionsOf(exponent: number, seed: number): readonly Division[] {
  const codes = industries.filter(({ parent }) => parent !== null).map(({ code }) => code);
  const shares = zipfShares(codes.length, exponent);
  const bySize = shuffled(codes, makeDraws(seed));
  const placeOf = new Map(bySize.map((code, place) => [code, place]));
  return bySize.map((code, place) => {
    const codesRelated = relatedDomains(code);
    const related = codesRelated.flatMap((other) => placeOf.get(other) ?? []);
    return { code, share: shares[place] ?? 0, related, empty: codesRelated.length - related.length };
  });
}

/** A market as large as this. */
export type Market = {
  readonly offers: number;
  readonly demands: number;
  readonly divisions: readonly Division[];
};

/** The rows that listings of a kind have under a division. */
export function rowsUnder(market: Market, kind: Kind, division: Division, figures: Figures): number {
  const listings = kind === 'offer' ? market.offers : market.demands * figures.domainsADemand;
  return listings * division.share;
}

/** How many candidates a listing of a kind under a division has. */
export const candidatesOf = (market: Market, kind: Kind, division: Division, figures: Figures): number =>
  division.related.reduce((sum, place) => {
    const other = market.divisions[place];
    return other ? sum + rowsUnder(market, otherKind(kind), other, figures) : sum;
  }, 0);

/** Share of posts that are of a kind: as the listings in force are. */
export const shareOf = ({ offers, demands }: Market, kind: Kind): number =>
  (kind === 'offer' ? offers : demands) / Math.max(1, offers + demands);

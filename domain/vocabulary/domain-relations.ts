import { type ActionArea, actionAreas } from './action-areas.ts';
import { type DomainCode, industries, industry, sectionOf } from './industries.ts';

/** How the domain of an offer stands to a demanded one, from the closest to none at all. */
export type DomainRelation = 'same' | 'narrower' | 'broader' | 'same-section' | 'linked' | 'unrelated';

const isSection = (code: DomainCode): boolean => industry(code)?.parent === null;

const isIn = (area: ActionArea, code: DomainCode): boolean =>
  (isSection(code) ? area.sections : area.divisions).includes(code);

/** The first "Data Elements x" action area (国数政策〔2023〕11号) that holds both codes; its mapping is editorial. */
export function linkingArea(one: DomainCode, other: DomainCode): ActionArea | undefined {
  return actionAreas.find((area) => isIn(area, one) && isIn(area, other));
}

/**
 * `narrower`: the offer is about a division of the demanded section; `broader`: about the section of the demanded
 * division. A code outside GB/T 4754-2017 is related to nothing but itself.
 */
export function domainRelation(offered: DomainCode, demanded: DomainCode): DomainRelation {
  if (offered === demanded) return 'same';
  if (sectionOf(offered) === demanded) return 'narrower';
  if (sectionOf(demanded) === offered) return 'broader';
  if (sectionOf(offered) === sectionOf(demanded)) return 'same-section';
  return linkingArea(offered, demanded) ? 'linked' : 'unrelated';
}

// Found when first asked for, and kept: all of them at once are fourteen thousand questions at every cold start.
const related = new Map<DomainCode, readonly DomainCode[]>();

function findRelated(code: DomainCode): readonly DomainCode[] {
  if (industry(code) === undefined) return [];
  return industries.map((row) => row.code).filter((candidate) => domainRelation(code, candidate) !== 'unrelated');
}

/**
 * Every code under which the other side of a listing may stand, in the order of GB/T 4754; empty for a code that it
 * does not have. The same set serves offers and demands: what is narrower from one side is broader from the other.
 */
export function relatedDomains(code: DomainCode): readonly DomainCode[] {
  const known = related.get(code);
  if (known !== undefined) return known;
  const found = findRelated(code);
  // What is no code of GB/T 4754 is not kept: there is no end of it.
  if (found.length > 0) related.set(code, found);
  return found;
}

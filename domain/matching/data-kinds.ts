import type { FlowDataKind } from '../vocabulary/cross-border-rules.ts';
import type { PurposeDataKind } from '../vocabulary/purpose-rules.ts';
import type { JudgedOffer } from './judged.ts';

type Tags = ReadonlySet<string>;

/** Anonymised data was personal once and is judged as such data made anonymous; `non-pi` alone never was. */
const isAboutPersons = (tags: Tags): boolean => tags.has('pi') || tags.has('anonymized');
const isNeverPersonal = (tags: Tags): boolean => tags.has('non-pi') && !tags.has('anonymized');

/** Whether the offer says if it holds personal information: rules that ask must not guess it (PIPL Art 4). */
export const saysSubject = (tags: Tags): boolean => tags.has('pi') || tags.has('non-pi');

/** Information on human genetic resources (`hgr-info`) is genetic by implication. */
const isGenetic = (tags: Tags): boolean => tags.has('topic-genetic');

/** A kind that brings the evidence for personal information with it stands in the place of the plain one. */
function personalKinds(tags: Tags): readonly PurposeDataKind[] {
  if (!isAboutPersons(tags)) return [];
  const special: PurposeDataKind[] = [];
  if (tags.has('topic-health')) special.push('health');
  if (tags.has('topic-biometric')) special.push('biometric');
  if (isGenetic(tags)) special.push('human-genetic');
  if (tags.has('topic-credit')) special.push('financial-credit');
  if (special.length > 0) return special;
  return tags.has('spi') ? ['sensitive-personal'] : ['personal'];
}

/** Kinds whose rules hold whether the data is about persons or not. */
function topicKinds(tags: Tags): readonly PurposeDataKind[] {
  const kinds: PurposeDataKind[] = [];
  if (isGenetic(tags)) kinds.push('human-genetic');
  if (tags.has('topic-credit')) kinds.push('financial-credit');
  if (tags.has('topic-geospatial')) kinds.push('geospatial');
  if (tags.has('topic-automotive')) kinds.push('automotive');
  if (tags.has('origin-public')) kinds.push('public');
  return kinds;
}

/** Every kind of data that an offer is, as the purpose rules tell them apart. */
export function purposeKindsOf(offer: JudgedOffer, tags: Tags): readonly PurposeDataKind[] {
  const kinds: PurposeDataKind[] = [...personalKinds(tags), ...topicKinds(tags)];
  if (tags.has('spi-minor')) kinds.push('minor-under-14');
  if (isNeverPersonal(tags)) kinds.push('non-personal');
  if (offer.securityClass === 'important') kinds.push('important');
  if (offer.securityClass === 'core') kinds.push('core');
  return [...new Set(kinds)];
}

/** The tags that `flowKindsOf` looks at. */
export const flowKindTags = [
  'pi',
  'spi',
  'anonymized',
  'non-pi',
  'topic-genetic',
  'topic-geospatial',
  'topic-credit',
  'topic-automotive',
];

/** Every kind of data that an offer is, as the cross-border rules tell them apart; those that say nothing are of none. */
export function flowKindsOf(offer: JudgedOffer, tags: Tags): readonly FlowDataKind[] {
  const kinds: FlowDataKind[] = [];
  if (tags.has('pi')) kinds.push(tags.has('spi') ? 'sensitive-personal' : 'personal');
  if (tags.has('anonymized')) kinds.push('anonymised');
  if (isNeverPersonal(tags)) kinds.push('non-personal');
  if (isGenetic(tags)) kinds.push('human-genetic');
  if (tags.has('topic-geospatial')) kinds.push('geospatial');
  if (tags.has('topic-credit')) kinds.push('financial-credit');
  if (tags.has('topic-automotive')) kinds.push('automotive');
  if (offer.transfer?.controlledItem) kinds.push('controlled-item');
  return kinds;
}

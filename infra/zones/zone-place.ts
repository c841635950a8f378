import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import type { Jurisdiction } from '../../domain/vocabulary/jurisdictions.ts';

/**
 * Which programme a zone belongs to: 数据基础制度先行区, 国家大数据综合试验区, 数据要素综合试验区, or a side of an area that several
 * jurisdictions share, where each side is a zone of its own.
 */
export const zoneKinds = [
  'data-system-pilot-zone',
  'big-data-pilot-zone',
  'data-elements-pilot-zone',
  'cross-jurisdiction-area',
] as const;
type ZoneKind = (typeof zoneKinds)[number];

/** A place that belongs to a zone: its code of GB/T 2260, and its name. */
export type Member = Bilingual & { readonly code: string };

/** Where a zone is, and how it is known. */
export type ZonePlace = {
  readonly kind: ZoneKind;
  readonly members: readonly Member[];
  /** Whose law its parties and their data are under; at least one. A jurisdiction's data stays where its law holds. */
  readonly jurisdictions: readonly Jurisdiction[];
  /** Since when it is a zone: a year, a month or a day, as far as it is known. */
  readonly since: string;
  /** Where these facts are from, and which of them are from general knowledge and checked by nobody. */
  readonly provenance: { readonly source: string; readonly fromGeneralKnowledge: readonly string[] };
};

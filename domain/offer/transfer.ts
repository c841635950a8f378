import * as z from 'zod';
import { TagIds } from '../listing/parts.ts';

const persons = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/**
 * What an exporter states for a flow out of the mainland, or of data that came from there. What a rule needs and is
 * not stated is asked of a person and never guessed (Provisions on Promoting and Regulating Cross-Border Data Flows,
 * CAC Order 16 of 2024, Art 3-8; GBA standard contracts).
 */
export const Transfer = z.strictObject({
  /** Mechanisms under which the data itself was received, such as `gba-sc-hk`; empty: under none. */
  receivedUnder: TagIds.optional(),
  /** Collected and produced outside the mainland (Art 4). */
  collectedOutsideMainland: z.boolean().optional(),
  /** Whether personal or important data of the mainland was added in processing (Art 4). */
  mainlandDataAdded: z.boolean().optional(),
  /** The necessity that an exemption of Art 5 rests on, or `none`. */
  necessity: z.enum(['none', 'contract-with-individual', 'cross-border-hr', 'emergency']).optional(),
  /** A mechanism that the exporter chose where it has a choice. */
  mechanism: z.enum(['GBA', 'cb-ftz-offlist']).optional(),
  /** Whether the free-trade zone's negative list covers the industry and scenario, and whether the item stands on it (Art 6). */
  industryCoveredByList: z.boolean().optional(),
  itemOnNegativeList: z.boolean().optional(),
  /** Whether export control covers the data (Data Security Law Art 25). */
  controlledItem: z.boolean().optional(),
  /** Natural persons whose data the exporter has provided abroad since 1 January of the year, over all its deals. */
  exportTotals: z
    .strictObject({ year: z.int().min(2000).max(9999), nonSensitive: persons, sensitive: persons })
    .optional(),
});
export type Transfer = z.infer<typeof Transfer>;

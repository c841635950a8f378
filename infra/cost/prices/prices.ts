import type { RegionId } from '../../zones/regions.ts';
import { beijing, ningxia } from './china.ts';
import { hongKong } from './hong-kong.ts';
import type { Prices } from './price.ts';

/** Every region that a zone can be in. */
export const prices: Readonly<Record<RegionId, Prices>> = {
  'cn-north-1': beijing,
  'cn-northwest-1': ningxia,
  'ap-east-1': hongKong,
};

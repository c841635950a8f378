import * as z from 'zod';
import type { Bilingual } from './bilingual.ts';

/** How data reaches the buyer, from the most open to the most closed. */
export const DeliveryMode = z.enum(['raw', 'api', 'sandbox', 'privacy-computing', 'model-only']);
export type DeliveryMode = z.infer<typeof DeliveryMode>;

export const deliveryModeNames: Readonly<Record<DeliveryMode, Bilingual>> = {
  raw: { zh: '原始数据交付', en: 'raw data' },
  api: { zh: '接口', en: 'API' },
  sandbox: { zh: '数据沙箱', en: 'sandbox' },
  'privacy-computing': { zh: '隐私计算', en: 'privacy-preserving computing' },
  'model-only': { zh: '仅模型结果', en: 'model output only' },
};

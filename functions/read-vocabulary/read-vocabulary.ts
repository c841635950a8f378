import { createHash } from 'node:crypto';
import { actionAreas } from '../../domain/vocabulary/action-areas.ts';
import { complianceTags } from '../../domain/vocabulary/compliance-tags.ts';
import { flowRuleEditions } from '../../domain/vocabulary/cross-border-rules.ts';
import { dcatThemes } from '../../domain/vocabulary/dcat-themes.ts';
import { DeliveryMode, deliveryModeNames } from '../../domain/vocabulary/delivery-modes.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { purposeRuleEditions } from '../../domain/vocabulary/purpose-rules.ts';
import { securityLevels, tradabilityEditions } from '../../domain/vocabulary/security-levels.ts';
import { securitySchemes, securitySchemesAsOf } from '../../domain/vocabulary/security-schemes.ts';
import { type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import type { HttpEvent } from '../_runtime/http-request.ts';

const vocabulary = {
  notice: {
    zh: '本词表按公开来源整理，不构成法律意见；标为 general-knowledge 的条目尚未核实。',
    en: 'Compiled from public sources; no legal advice. Rows marked general-knowledge have not been verified.',
  },
  domains: industries,
  actionAreas,
  dcatThemes,
  securityLevels,
  tradability: tradabilityEditions,
  securitySchemes: { asOf: securitySchemesAsOf, schemes: securitySchemes },
  purposeRules: purposeRuleEditions,
  crossBorderRules: flowRuleEditions,
  complianceTags: complianceTags.filter((row) => row.kind !== 'purpose'),
  purposes: complianceTags.filter((row) => row.kind === 'purpose'),
  deliveryModes: DeliveryMode.options.map((id) => ({ id, ...deliveryModeNames[id] })),
};

const body = JSON.stringify(vocabulary);
const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;

/** Every id that a listing may use, in both languages, with its source. Changes only with a new release. */
export async function readVocabulary(event: HttpEvent): Promise<HttpAnswer> {
  const headers = { etag, 'cache-control': 'private, max-age=3600' };
  if (event.headers['if-none-match'] === etag) return { statusCode: 304, headers };
  return { ...jsonAnswer(200, vocabulary, headers), body };
}

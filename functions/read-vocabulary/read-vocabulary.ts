import { actionAreas } from '../../domain/vocabulary/action-areas.ts';
import { flowRuleEditions } from '../../domain/vocabulary/cross-border-rules.ts';
import { dcatThemes } from '../../domain/vocabulary/dcat-themes.ts';
import { DeliveryMode, deliveryModeNames } from '../../domain/vocabulary/delivery-modes.ts';
import { industries } from '../../domain/vocabulary/industries.ts';
import { purposeRuleEditions } from '../../domain/vocabulary/purpose-rules.ts';
import { securityLevels, tradabilityEditions } from '../../domain/vocabulary/security-levels.ts';
import { securitySchemes, securitySchemesAsOf } from '../../domain/vocabulary/security-schemes.ts';
import { sourcedTags } from '../../domain/vocabulary/tag-sources.ts';
import { fixedAnswer } from '../_runtime/fixed-answer.ts';

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
  complianceTags: sourcedTags.filter((row) => row.kind !== 'purpose'),
  purposes: sourcedTags.filter((row) => row.kind === 'purpose'),
  deliveryModes: DeliveryMode.options.map((id) => ({ id, ...deliveryModeNames[id] })),
};

/** Every id that a listing may use, in both languages, with its source. */
export const readVocabulary = fixedAnswer({
  body: JSON.stringify(vocabulary),
  type: 'application/json',
  cacheControl: 'private, max-age=3600',
});

import { carriedTags } from './criteria/carried-tags.ts';
import { coverage } from './criteria/coverage.ts';
import type { Criterion } from './criteria/criterion.ts';
import { deliveryMode } from './criteria/delivery-mode.ts';
import { differentParty } from './criteria/different-party.ts';
import { domain } from './criteria/domain.ts';
import { dueDiligence } from './criteria/due-diligence.ts';
import { fields } from './criteria/fields.ts';
import { freshness } from './criteria/freshness.ts';
import { inForce } from './criteria/in-force.ts';
import { jurisdiction } from './criteria/jurisdiction.ts';
import { price } from './criteria/price.ts';
import { purpose } from './criteria/purpose.ts';
import { purposeRulesMet } from './criteria/purpose-rules.ts';
import { recipientTags } from './criteria/recipient-tags.ts';
import { securityClass } from './criteria/security-class.ts';
import { securityLevel } from './criteria/security-level.ts';

/** Every criterion, in the order in which a verdict gives them: the only place where one is registered. */
export const criteria: readonly Criterion[] = [
  inForce,
  differentParty,
  dueDiligence,
  domain,
  securityClass,
  securityLevel,
  carriedTags,
  recipientTags,
  purpose,
  purposeRulesMet,
  jurisdiction,
  deliveryMode,
  fields,
  coverage,
  freshness,
  price,
];

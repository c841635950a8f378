import type { Demand } from '../demand/demand.ts';
import type { Offer } from '../offer/offer.ts';

/** What judging reads of an offer; of its source no more than that it is stated. */
export type JudgedOffer = Pick<
  Offer,
  | 'organizationId'
  | 'status'
  | 'validUntil'
  | 'domain'
  | 'securityClass'
  | 'securityLevel'
  | 'complianceTags'
  | 'recipientTags'
  | 'permittedPurposes'
  | 'jurisdiction'
  | 'fields'
  | 'transfer'
  | 'coverage'
  | 'updateFrequency'
  | 'deliveryModes'
  | 'price'
> & { readonly source?: unknown };

/** What judging reads of a demand. */
export type JudgedDemand = Pick<
  Demand,
  | 'organizationId'
  | 'status'
  | 'validUntil'
  | 'domains'
  | 'maxSecurityLevel'
  | 'requiredTags'
  | 'preferredTags'
  | 'purpose'
  | 'expectedFields'
  | 'jurisdiction'
  | 'coverage'
  | 'updateFrequency'
  | 'deliveryModes'
  | 'budget'
>;

/** What rules for flows and their evidence read of a demand. */
export type FlowDemand = Pick<Demand, 'jurisdiction' | 'purpose'>;

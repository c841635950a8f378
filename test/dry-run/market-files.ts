import { OrganizationId } from '../../domain/ids.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';

export const offerId = (number: number): string => `offer-${String(number).padStart(32, '0')}`;
export const demandId = (number: number): string => `demand-${String(number).padStart(32, '0')}`;

/** The base offer under another id, as a line that holds a whole stored listing. */
export const offerLine = (number: number, fields: object = {}) => ({ ...anOffer(), id: offerId(number), ...fields });
export const demandLine = (number: number, fields: object = {}) => ({
  ...aDemand(),
  id: demandId(number),
  ...fields,
});

export const buyer = anOrganization();
export const supplier = anOrganization({ id: OrganizationId.parse('org-supplier') });

/** A market of the base pair alone, which matches in full; with the files given in place of its own. */
export const files = (other: Readonly<Record<string, string | readonly object[]>> = {}) => ({
  'offers.jsonl': [offerLine(1)],
  'demands.jsonl': [demandLine(1)],
  'orgs.jsonl': [buyer, supplier],
  ...other,
});

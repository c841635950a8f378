import { Demand } from '../../domain/demand/demand.ts';
import { Offer } from '../../domain/offer/offer.ts';
import { Organization } from '../../domain/organization/organization.ts';
import type { Market } from '../../infra/demo/market.ts';
import { posted, validUntil } from '../builders/moment.ts';

const id = (kind: string, index: number): string => `${kind}-${String(index + 1).padStart(32, '0')}`;

/** The market as a zone would have it on record once everything is posted. */
export function postedMarket({ organizations, offers, demands }: Market) {
  const stamps = { version: 1, createdAt: posted, updatedAt: posted };
  const listed = { ...stamps, status: 'listed', validUntil };
  return {
    organizations: organizations.map((one) => Organization.parse({ ...one.organization, id: one.id, ...stamps })),
    offers: offers.map((one, index) =>
      Offer.parse({ ...one.listing, ...listed, id: id('offer', index), organizationId: one.organization }),
    ),
    demands: demands.map((one, index) =>
      Demand.parse({ ...one.listing, ...listed, id: id('demand', index), organizationId: one.organization }),
    ),
  };
}

import { Offer } from '../../domain/offer/offer.ts';
import { posted, validUntil } from './moment.ts';

const base = Offer.parse({
  id: 'offer-00000000000000000000000000000001',
  organizationId: 'org-supplier',
  status: 'listed',
  version: 1,
  title: '城市货运车辆轨迹统计',
  description: 'Daily counts of freight vehicles by road section, aggregated.',
  domain: '54',
  securityClass: 'general',
  securityLevel: 2,
  complianceTags: ['non-pi', 'takedown-commitment', 'right-operate'],
  source: { kind: 'produced', statement: 'Counted by the organization itself at its own gates.' },
  permittedPurposes: ['purpose-public-service'],
  jurisdiction: 'CN',
  deliveryModes: ['api'],
  validUntil,
  createdAt: posted,
  updatedAt: posted,
});

/** An offer of road-transport data that the base demand matches in full; with the fields given in place of its own. */
export const anOffer = (fields: Partial<Offer> = {}): Offer => ({ ...base, ...fields });

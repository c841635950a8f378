import { Demand } from '../../domain/demand/demand.ts';
import { posted, validUntil } from './moment.ts';

const base = Demand.parse({
  id: 'demand-00000000000000000000000000000001',
  organizationId: 'org-buyer',
  status: 'listed',
  version: 1,
  title: '货运流量数据需求',
  description: 'Freight flows on main roads, for a public traffic forecast.',
  domains: ['54'],
  maxSecurityLevel: 4,
  purpose: 'purpose-public-service',
  jurisdiction: 'CN',
  deliveryModes: ['api'],
  validUntil,
  createdAt: posted,
  updatedAt: posted,
});

/** A demand that the base offer meets in full; with the fields given in place of its own. */
export const aDemand = (fields: Partial<Demand> = {}): Demand => ({ ...base, ...fields });

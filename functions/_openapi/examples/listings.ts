const id = '0f8b2c4d6e1a3b5c7d9e0f1a2b3c4d5e';
export const offerId = `offer-${id}`;
export const demandId = `demand-${id}`;
export const matchId = `match-${id}`;

export const moment = '2026-11-26T08:00:00.000Z';
const lifecycle = {
  status: 'listed',
  version: 1,
  validUntil: '2027-11-26T08:00:00.000Z',
  createdAt: moment,
  updatedAt: moment,
};

export const offerInput = {
  title: '城市货运车辆轨迹统计',
  description: 'Daily counts of freight vehicles by road section.',
  domain: '54',
  securityClass: 'general',
  securityLevel: 2,
  complianceTags: ['non-pi', 'right-operate', 'takedown-commitment'],
  recipientTags: ['mlps-2'],
  source: { kind: 'produced', statement: 'Counted at our own gates.' },
  permittedPurposes: ['purpose-scientific-research'],
  jurisdiction: 'CN',
  fields: [
    { name: 'section', label: '路段', type: 'string' },
    { name: 'vehicles', label: '车辆数', type: 'integer' },
  ],
  coverage: { regions: ['110000'], from: '2024-01-01', to: '2026-06-30' },
  updateFrequency: 'daily',
  deliveryModes: ['api'],
  price: { model: 'subscription', amount: 500_000, currency: 'CNY' },
  disclosure: ['organization'],
};

export const demandInput = {
  title: 'Freight flows for risk research',
  description: 'Road freight by section and day.',
  domains: ['54'],
  maxSecurityLevel: 3,
  purpose: 'purpose-scientific-research',
  expectedFields: [{ name: 'vehicles', required: true }],
  jurisdiction: 'CN',
  deliveryModes: ['api', 'sandbox'],
  budget: { amount: 800_000, currency: 'CNY' },
  notify: { mode: 'daily' },
};

export const offer = {
  ...offerInput,
  keywords: [],
  id: offerId,
  organizationId: 'org-transit',
  ...lifecycle,
};

export const demand = {
  ...demandInput,
  keywords: [],
  requiredTags: [],
  preferredTags: [],
  disclosure: [],
  id: demandId,
  organizationId: 'org-insurer',
  ...lifecycle,
};

export const suspension = {
  id: offerId,
  status: 'suspended',
  version: 2,
  validUntil: lifecycle.validUntil,
  suspension: { note: 'The source is being looked into.', suspendedAt: moment },
};

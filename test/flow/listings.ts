/** The body of an offer of road-transport data that the demand below matches; with the fields given in place of its own. */
export const offerBody = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: '城市货运车辆轨迹统计',
  description: 'Daily counts of freight vehicles by road section, aggregated.',
  domain: '54',
  securityClass: 'general',
  securityLevel: 2,
  complianceTags: ['non-pi', 'takedown-commitment', 'right-operate'],
  source: { kind: 'produced', statement: 'Counted by the organization itself at its own gates.' },
  permittedPurposes: ['purpose-scientific-research'],
  jurisdiction: 'CN',
  deliveryModes: ['api'],
  ...fields,
});

/** The body of a demand that the offer above meets. */
export const demandBody = (fields: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: 'Freight flows for risk research',
  description: 'Road freight by section and day.',
  domains: ['54'],
  maxSecurityLevel: 3,
  purpose: 'purpose-scientific-research',
  jurisdiction: 'CN',
  deliveryModes: ['api', 'sandbox'],
  ...fields,
});

/** The tags of such an offer where it holds maps: a person must decide whether they may leave the mainland. */
export const mapTags: readonly string[] = [
  'non-pi',
  'takedown-commitment',
  'right-operate',
  'topic-geospatial',
  'licence-surveying',
  'map-review',
  'cb-exempt-no-pi-important',
];

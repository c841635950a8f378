import { Organization } from '../../domain/organization/organization.ts';
import { posted } from './moment.ts';

const base = Organization.parse({
  id: 'org-buyer',
  name: '通州数据应用有限公司',
  kind: 'private',
  jurisdiction: 'CN',
  contacts: [{ email: 'buyer@example.com', locale: 'zh-CN', confirmed: true }],
  clearance: 4,
  heldTags: [{ tag: 'kyc-verified' }],
  version: 1,
  createdAt: posted,
  updatedAt: posted,
});

/** The organization behind the base demand, cleared for level 4; with the fields given in place of its own. */
export const anOrganization = (fields: Partial<Organization> = {}): Organization => ({ ...base, ...fields });

import { moment, offerId } from './listings.ts';

const contact = { email: 'data@insurer.example', locale: 'en' };
const profile = { name: 'Harbour Insurance', kind: 'private', jurisdiction: 'CN' };

const mails = { dailyMail: { hour: 9, timeZone: 'Asia/Hong_Kong' }, supplierReport: 'weekly' };

export const organizationProfile = { ...profile, contacts: [contact], ...mails };

export const organizationInput = {
  ...profile,
  affiliates: [],
  clearance: 3,
  heldTags: [{ tag: 'kyc-verified' }, { tag: 'mlps-3', validUntil: '2030-12-31' }],
  contacts: [{ ...contact, confirmed: true }],
  ...mails,
};

export const organization = {
  ...organizationInput,
  id: 'org-insurer',
  version: 1,
  createdAt: moment,
  updatedAt: moment,
};

export const invitations = {
  items: [{ email: 'desk@insurer.example', state: 'sent', at: moment, expiresAt: '2026-11-30T08:00:00.000Z' }],
};

export const unsubscribeForm = { 'List-Unsubscribe': 'One-Click' };

export const preferencesForm = {
  token: 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln',
  lang: 'en',
  action: 'save',
  matches: 'daily',
  supplierReport: 'weekly',
  locale: 'en',
};

export const confirmationForm = { token: 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln', answer: 'confirm', lang: 'en' };

export const auditPage = {
  items: [
    {
      subject: offerId,
      id: '5e4d3c2b1a0f9e7d5c3b1a6e4d2c8b0f',
      at: moment,
      act: 'listing-published',
      by: { as: 'member', organization: 'org-transit', caller: 'li' },
      from: { requestId: '6ac6f0f4-58c1-4f6f-a1f1-7a1d34a9d1c2', address: '203.0.113.7' },
      version: 1,
    },
  ],
};

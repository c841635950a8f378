import { demand, demandId, matchId, moment, offer, offerId } from './listings.ts';

const notice = {
  'zh-CN': '以上为按规则得出的说明，不构成法律意见。',
  en: 'Worked out by the rules of this service; no legal advice.',
};

const criterion = {
  criterion: 'delivery-mode',
  outcome: 'pass',
  score: 100,
  weight: 1,
  reason: { code: 'delivery-mode-shared', facts: { modes: ['api'] } },
  rules: ['zm-delivery-mode'],
  missing: [],
  choices: [],
  sources: [
    {
      rule: 'zm-delivery-mode',
      'zh-CN': '本服务规则：须有共同的交付方式',
      en: 'rule of this service: a delivery mode in common',
      verification: 'verified',
      urls: [],
    },
  ],
  sentence: { 'zh-CN': '共同的交付方式：接口。', en: 'Delivery modes in common: API.' },
};

const pair = {
  id: matchId,
  status: 'open',
  score: 87,
  offer: { id: offerId, version: 1, title: offer.title, domain: '54', securityLevel: 2 },
  demand: { id: demandId, version: 1, title: demand.title, domains: ['54'], maxSecurityLevel: 3 },
  criteria: [criterion],
  foundAt: moment,
  updatedAt: moment,
};

export const match = { ...pair, outcome: 'matched', role: 'buyer' };

const reviews = [
  {
    decision: 'clear',
    note: 'The map review was shown to us.',
    decidedAt: moment,
    decidedBy: 'wang',
    offerVersion: 1,
    demandVersion: 1,
  },
];

export const review = {
  ...pair,
  outcome: 'needs-review',
  reviews: [],
  rulebook: 'tradability@2026.1 weights@1',
  etag: '"1795680000000-0"',
  buyerId: 'org-insurer',
  supplierId: 'org-transit',
};

export const wholeReview = { ...review, isUndecided: true, listings: { offer, demand } };

export const decisionInput = { decision: 'clear', note: 'The map review was shown to us.' };

export const decision = { id: matchId, status: 'open', outcome: 'needs-review', reviews };

const remedy = {
  changes: [{ side: 'buyer', kind: 'hold', tag: 'mlps-3' }],
  remedy: { 'zh-CN': '需方取得网络安全等级保护三级。', en: 'The buyer holds MLPS level 3.' },
  pairs: { under: 5 },
};

export const nearMatches = { items: [remedy], complete: true, notice };

const preview = {
  matches: { exactly: 7 },
  needsReview: { under: 5 },
  blockedMostBy: null,
  nearMatches: [],
  duplicates: [],
  complete: true,
  notice,
};

export const offerPreview = {
  ...preview,
  best: [{ score: 87, title: demand.title, domains: ['54'], maxSecurityLevel: 3, criteria: [criterion] }],
  tooBroad: null,
  mailsPerWeek: null,
};

export const demandPreview = {
  ...preview,
  best: [{ score: 87, title: offer.title, domain: '54', securityLevel: 2, criteria: [criterion] }],
  tooBroad: null,
  mailsPerWeek: { under: 5 },
};

const { criterion: named, outcome, sentence } = criterion;

export const verdict = {
  at: moment,
  offerId,
  demandId,
  outcome: 'matched',
  rulebook: review.rulebook,
  criteria: [{ criterion: named, outcome, sentence }],
  notice,
};

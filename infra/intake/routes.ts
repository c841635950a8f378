/** Who may call: anyone, anyone with a token of the zone, or a token with this scope, or one of the two. */
type Access = 'open' | 'any-token' | 'member' | 'operator' | 'member-or-operator';

export type RouteTo<Folder extends string> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The folder under functions/ that answers. */
  readonly folder: Folder;
  readonly access: Access;
};

type Route = RouteTo<IntakeFolder>;

export type IntakeFolder =
  | 'publish-offer'
  | 'publish-demand'
  | 'revise-listing'
  | 'withdraw-listing'
  | 'suspend-listing'
  | 'preview-listing'
  | 'read-listings'
  | 'read-near-matches'
  | 'read-matches'
  | 'decide-review'
  | 'explain-pair'
  | 'keep-organization'
  | 'read-organizations'
  | 'read-audit'
  | 'read-statistics'
  | 'show-statistics'
  | 'confirm-contact'
  | 'keep-preferences'
  | 'show-matches'
  | 'take-bounce'
  | 'keep-stops'
  | 'sign-in'
  | 'read-vocabulary'
  | 'read-openapi'
  | 'show-docs'
  | 'report-health';

const listingRoutes = (plural: 'offers' | 'demands', publish: IntakeFolder): readonly Route[] => [
  { method: 'POST', path: `/v1/${plural}`, folder: publish, access: 'member' },
  { method: 'POST', path: `/v1/${plural}/preview`, folder: 'preview-listing', access: 'member' },
  { method: 'GET', path: `/v1/${plural}`, folder: 'read-listings', access: 'member' },
  { method: 'GET', path: `/v1/${plural}/{id}`, folder: 'read-listings', access: 'member' },
  { method: 'GET', path: `/v1/${plural}/{id}/near-matches`, folder: 'read-near-matches', access: 'member' },
  { method: 'PUT', path: `/v1/${plural}/{id}`, folder: 'revise-listing', access: 'member' },
  { method: 'DELETE', path: `/v1/${plural}/{id}`, folder: 'withdraw-listing', access: 'member' },
  { method: 'PUT', path: `/v1/${plural}/{id}/suspension`, folder: 'suspend-listing', access: 'operator' },
  { method: 'DELETE', path: `/v1/${plural}/{id}/suspension`, folder: 'suspend-listing', access: 'operator' },
];

/** Every route of the API, once, but for those that lead to Lambdas of the operation stack (operation/operation-routes.ts). */
export const routes: readonly Route[] = [
  ...listingRoutes('offers', 'publish-offer'),
  ...listingRoutes('demands', 'publish-demand'),
  { method: 'GET', path: '/v1/matches', folder: 'read-matches', access: 'member' },
  { method: 'GET', path: '/v1/matches/{id}', folder: 'read-matches', access: 'member' },
  { method: 'GET', path: '/v1/reviews', folder: 'read-matches', access: 'operator' },
  { method: 'GET', path: '/v1/reviews/{id}', folder: 'read-matches', access: 'operator' },
  { method: 'POST', path: '/v1/reviews/{id}', folder: 'decide-review', access: 'operator' },
  { method: 'GET', path: '/v1/verdict', folder: 'explain-pair', access: 'member-or-operator' },
  { method: 'GET', path: '/v1/organization', folder: 'read-organizations', access: 'member' },
  { method: 'PUT', path: '/v1/organization', folder: 'keep-organization', access: 'member' },
  { method: 'GET', path: '/v1/organization/invitations', folder: 'read-organizations', access: 'member' },
  { method: 'GET', path: '/v1/organizations/{id}', folder: 'read-organizations', access: 'operator' },
  { method: 'PUT', path: '/v1/organizations/{id}', folder: 'keep-organization', access: 'operator' },
  { method: 'GET', path: '/v1/organizations/{id}/invitations', folder: 'read-organizations', access: 'operator' },
  { method: 'GET', path: '/v1/contact-confirmation', folder: 'confirm-contact', access: 'open' },
  { method: 'POST', path: '/v1/contact-confirmation', folder: 'confirm-contact', access: 'open' },
  { method: 'GET', path: '/v1/unsubscribe', folder: 'keep-preferences', access: 'open' },
  { method: 'POST', path: '/v1/unsubscribe', folder: 'keep-preferences', access: 'open' },
  { method: 'GET', path: '/v1/mail-preferences', folder: 'keep-preferences', access: 'open' },
  { method: 'POST', path: '/v1/mail-preferences', folder: 'keep-preferences', access: 'open' },
  { method: 'GET', path: '/v1/match-page', folder: 'show-matches', access: 'open' },
  { method: 'POST', path: '/v1/bounces', folder: 'take-bounce', access: 'operator' },
  { method: 'GET', path: '/v1/stopped-addresses', folder: 'keep-stops', access: 'operator' },
  { method: 'DELETE', path: '/v1/stopped-addresses/{contact}', folder: 'keep-stops', access: 'operator' },
  { method: 'GET', path: '/v1/match-page/{id}', folder: 'show-matches', access: 'open' },
  { method: 'GET', path: '/v1/match-pages', folder: 'show-matches', access: 'open' },
  { method: 'GET', path: '/v1/sign-in', folder: 'sign-in', access: 'open' },
  { method: 'GET', path: '/v1/sign-in/return', folder: 'sign-in', access: 'open' },
  { method: 'POST', path: '/v1/sign-out', folder: 'sign-in', access: 'open' },
  { method: 'GET', path: '/v1/audit', folder: 'read-audit', access: 'operator' },
  { method: 'GET', path: '/v1/statistics', folder: 'read-statistics', access: 'operator' },
  { method: 'GET', path: '/v1/statistics/unmet-demand', folder: 'read-statistics', access: 'operator' },
  { method: 'GET', path: '/v1/statistics-page', folder: 'show-statistics', access: 'open' },
  { method: 'GET', path: '/v1/public-statistics', folder: 'show-statistics', access: 'open' },
  { method: 'GET', path: '/v1/vocabulary', folder: 'read-vocabulary', access: 'any-token' },
  { method: 'GET', path: '/v1/openapi.json', folder: 'read-openapi', access: 'open' },
  { method: 'GET', path: '/v1/docs', folder: 'show-docs', access: 'open' },
  { method: 'GET', path: '/v1/docs/{file}', folder: 'show-docs', access: 'open' },
  { method: 'GET', path: '/health', folder: 'report-health', access: 'open' },
];

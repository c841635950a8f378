import type { Construct } from 'constructs';
import type { Env as ConfirmContactEnv } from '../../functions/confirm-contact/env.ts';
import type { Env as DecideReviewEnv } from '../../functions/decide-review/env.ts';
import type { Env as ExplainPairEnv } from '../../functions/explain-pair/env.ts';
import type { Env as KeepOrganizationEnv } from '../../functions/keep-organization/env.ts';
import type { Env as KeepPreferencesEnv } from '../../functions/keep-preferences/env.ts';
import type { Env as KeepStopsEnv } from '../../functions/keep-stops/env.ts';
import type { Env as PreviewListingEnv } from '../../functions/preview-listing/env.ts';
import type { Env as PublishDemandEnv } from '../../functions/publish-demand/env.ts';
import type { Env as PublishOfferEnv } from '../../functions/publish-offer/env.ts';
import type { Env as ReadAuditEnv } from '../../functions/read-audit/env.ts';
import type { Env as ReadListingsEnv } from '../../functions/read-listings/env.ts';
import type { Env as ReadMatchesEnv } from '../../functions/read-matches/env.ts';
import type { Env as ReadNearMatchesEnv } from '../../functions/read-near-matches/env.ts';
import type { Env as ReadOpenApiEnv } from '../../functions/read-openapi/env.ts';
import type { Env as ReadOrganizationsEnv } from '../../functions/read-organizations/env.ts';
import type { Env as ReadStatisticsEnv } from '../../functions/read-statistics/env.ts';
import type { Env as ReadVocabularyEnv } from '../../functions/read-vocabulary/env.ts';
import type { Env as ReportHealthEnv } from '../../functions/report-health/env.ts';
import type { Env as ReviseListingEnv } from '../../functions/revise-listing/env.ts';
import type { Env as ShowDocsEnv } from '../../functions/show-docs/env.ts';
import type { Env as ShowMatchesEnv } from '../../functions/show-matches/env.ts';
import type { Env as ShowStatisticsEnv } from '../../functions/show-statistics/env.ts';
import type { Env as SignInEnv } from '../../functions/sign-in/env.ts';
import type { Env as SuspendListingEnv } from '../../functions/suspend-listing/env.ts';
import type { Env as TakeBounceEnv } from '../../functions/take-bounce/env.ts';
import type { Env as WithdrawListingEnv } from '../../functions/withdraw-listing/env.ts';
import type { ZoneFunction } from '../lambda/zone-function.ts';
import { judgingVariables } from '../matching/judging-variables.ts';
import type { SigningKeys } from '../secrets/signing-keys.ts';
import { indexVariables } from '../storage/index-variables.ts';
import type { Storage } from '../storage/storage.ts';
import { usesNegativeLists, type Zone } from '../zones/zone.ts';
import { ApiFunction, requestTimeout } from './api-function.ts';
import { viewerFiles } from './docs-viewer.ts';
import type { IntakeFolder } from './routes.ts';

export type IntakeProps = { readonly zone: Zone; readonly storage: Storage; readonly keys: SigningKeys };

/** Where the API is, and whose tokens it takes, as parameters of the stack have it. */
export type Surroundings = { readonly publicBaseUrl: string; readonly issuer: string; readonly audience: string };

/** How many listings of each side a preview looks at. */
const previewedListings = 2000;

/** The Lambdas behind the API, each with no more than it needs. */
export function makeIntakeFunctions(
  scope: Construct,
  { zone, storage, keys }: IntakeProps,
  { publicBaseUrl, issuer, audience }: Surroundings,
): Readonly<Record<IntakeFolder, ZoneFunction<unknown>>> {
  const { names } = zone.identity;
  const LISTINGS_TABLE = storage.listings.tableName;
  const REQUESTS_TABLE = storage.requests.tableName;
  const ORGANIZATIONS_TABLE = storage.organizations.tableName;
  const MATCHES_TABLE = storage.matches.tableName;
  const INVITATIONS_TABLE = storage.invitations.tableName;
  const AUDIT_TABLE = storage.audit.tableName;
  const counting = { USAGE_TABLE: storage.usage.tableName, WRITES_A_MINUTE: String(zone.limits.writesAMinute) };
  const revising = {
    LISTINGS_TABLE,
    ...indexVariables(zone, storage),
    AUDIT_TABLE,
    USAGE_TABLE: storage.usage.tableName,
    LISTINGS_AN_ORGANIZATION: String(zone.limits.listingsAnOrganization),
  };
  const publishing = { ...revising, ...counting, REQUESTS_TABLE, ORGANIZATIONS_TABLE };

  const publishOffer = new ApiFunction<PublishOfferEnv>(scope, 'PublishOffer', {
    folder: 'publish-offer',
    names,
    environment: publishing,
  });
  const publishDemand = new ApiFunction<PublishDemandEnv>(scope, 'PublishDemand', {
    folder: 'publish-demand',
    names,
    environment: { ...publishing, ...judgingVariables(zone, storage) },
    memoryMiB: 1024,
  });
  const reviseListing = new ApiFunction<ReviseListingEnv>(scope, 'ReviseListing', {
    folder: 'revise-listing',
    names,
    environment: { ...revising, ...counting, ...judgingVariables(zone, storage) },
    memoryMiB: 1024,
  });
  const withdrawListing = new ApiFunction<WithdrawListingEnv>(scope, 'WithdrawListing', {
    folder: 'withdraw-listing',
    names,
    environment: revising,
  });
  const suspendListing = new ApiFunction<SuspendListingEnv>(scope, 'SuspendListing', {
    folder: 'suspend-listing',
    names,
    environment: revising,
  });
  const previewListing = new ApiFunction<PreviewListingEnv>(scope, 'PreviewListing', {
    folder: 'preview-listing',
    names,
    environment: {
      ...judgingVariables(zone, storage),
      ...counting,
      AUDIT_TABLE,
      MOST_LISTINGS: String(previewedListings),
    },
    timeout: requestTimeout,
    memoryMiB: 1024,
  });
  const readListings = new ApiFunction<ReadListingsEnv>(scope, 'ReadListings', {
    folder: 'read-listings',
    names,
    environment: { LISTINGS_TABLE },
  });
  const readMatches = new ApiFunction<ReadMatchesEnv>(scope, 'ReadMatches', {
    folder: 'read-matches',
    names,
    environment: { MATCHES_TABLE, LISTINGS_TABLE, ORGANIZATIONS_TABLE, AUDIT_TABLE },
  });
  const readNearMatches = new ApiFunction<ReadNearMatchesEnv>(scope, 'ReadNearMatches', {
    folder: 'read-near-matches',
    names,
    environment: { LISTINGS_TABLE, MATCHES_TABLE },
  });
  const decideReview = new ApiFunction<DecideReviewEnv>(scope, 'DecideReview', {
    folder: 'decide-review',
    names,
    environment: { MATCHES_TABLE, AUDIT_TABLE },
  });
  const explainPair = new ApiFunction<ExplainPairEnv>(scope, 'ExplainPair', {
    folder: 'explain-pair',
    names,
    environment: {
      TIME_ZONE: zone.timeZone,
      MATCH_WEIGHTS: JSON.stringify(zone.weights),
      USES_NEGATIVE_LISTS: String(usesNegativeLists(zone)),
      LISTINGS_TABLE,
      ORGANIZATIONS_TABLE,
      MATCHES_TABLE,
      HISTORY_TABLE: storage.history.tableName,
      AUDIT_TABLE,
    },
  });
  const keepOrganization = new ApiFunction<KeepOrganizationEnv>(scope, 'KeepOrganization', {
    folder: 'keep-organization',
    names,
    environment: { ...counting, ORGANIZATIONS_TABLE, AUDIT_TABLE },
  });
  const readOrganizations = new ApiFunction<ReadOrganizationsEnv>(scope, 'ReadOrganizations', {
    folder: 'read-organizations',
    names,
    environment: { ORGANIZATIONS_TABLE, INVITATIONS_TABLE, AUDIT_TABLE },
  });
  const confirmContact = new ApiFunction<ConfirmContactEnv>(scope, 'ConfirmContact', {
    folder: 'confirm-contact',
    names,
    environment: {
      ...keys.variables,
      ZONE_NAME: JSON.stringify(zone.name),
      ORGANIZATIONS_TABLE,
      INVITATIONS_TABLE,
      AUDIT_TABLE,
    },
  });

  const keepPreferences = new ApiFunction<KeepPreferencesEnv>(scope, 'KeepPreferences', {
    folder: 'keep-preferences',
    names,
    environment: {
      ...keys.variables,
      ZONE_NAME: JSON.stringify(zone.name),
      ORGANIZATIONS_TABLE,
      INVITATIONS_TABLE,
      PREFERENCES_TABLE: storage.preferences.tableName,
      AUDIT_TABLE,
    },
  });

  const showMatches = new ApiFunction<ShowMatchesEnv>(scope, 'ShowMatches', {
    folder: 'show-matches',
    names,
    environment: {
      ...keys.variables,
      ZONE_NAME: JSON.stringify(zone.name),
      TIME_ZONE: zone.timeZone,
      PUBLIC_BASE_URL: publicBaseUrl,
      MATCHES_TABLE,
      LISTINGS_TABLE,
      ORGANIZATIONS_TABLE,
      DELIVERIES_TABLE: storage.deliveries.tableName,
      AUDIT_TABLE,
    },
  });

  const signIn = new ApiFunction<SignInEnv>(scope, 'SignIn', {
    folder: 'sign-in',
    names,
    environment: {
      ...keys.variables,
      ZONE_NAME: JSON.stringify(zone.name),
      PUBLIC_BASE_URL: publicBaseUrl,
      OIDC_ISSUER: issuer,
      OIDC_AUDIENCE: audience,
      WEB_CLIENT_ID: zone.identity.web.clientId,
    },
  });

  const readAudit = new ApiFunction<ReadAuditEnv>(scope, 'ReadAudit', {
    folder: 'read-audit',
    names,
    environment: { AUDIT_TABLE },
  });

  const STATISTICS_TABLE = storage.statistics.tableName;
  const readStatistics = new ApiFunction<ReadStatisticsEnv>(scope, 'ReadStatistics', {
    folder: 'read-statistics',
    names,
    environment: { TIME_ZONE: zone.timeZone, STATISTICS_TABLE },
  });
  const showStatistics = new ApiFunction<ShowStatisticsEnv>(scope, 'ShowStatistics', {
    folder: 'show-statistics',
    names,
    environment: {
      ...keys.variables,
      ZONE_NAME: JSON.stringify(zone.name),
      TIME_ZONE: zone.timeZone,
      PUBLIC_BASE_URL: publicBaseUrl,
      PUBLIC_PAGE: String(zone.statistics.publicPage),
      STATISTICS_TABLE,
    },
  });

  const stopping = { STOPS_TABLE: storage.stops.tableName, AUDIT_TABLE };
  const takeBounce = new ApiFunction<TakeBounceEnv>(scope, 'TakeBounce', {
    folder: 'take-bounce',
    names,
    environment: { ...stopping, ...keys.variables },
  });
  const keepStops = new ApiFunction<KeepStopsEnv>(scope, 'KeepStops', {
    folder: 'keep-stops',
    names,
    environment: stopping,
  });

  for (const writing of [publishOffer, publishDemand, reviseListing, previewListing]) storage.grantStanding(writing);
  storage.grantMeter(previewListing);
  storage.grantMeter(keepOrganization);
  storage.grantPublish(publishOffer);
  storage.grantPublish(publishDemand);
  storage.grantRevise(reviseListing);
  for (const said of [publishDemand, reviseListing]) storage.grantJudge(said);
  storage.grantRevise(withdrawListing);
  storage.grantRevise(suspendListing);
  storage.grantPreview(previewListing);
  storage.grantReadOwnListings(readListings);
  storage.grantReadMatches(readMatches);
  storage.grantReadNearMatches(readNearMatches);
  storage.grantDecide(decideReview);
  storage.grantExplain(explainPair);
  storage.grantKeepOrganization(keepOrganization);
  storage.grantReadOrganization(readOrganizations);
  storage.grantReadAudit(readAudit);
  for (const reading of [readStatistics, showStatistics]) storage.grantReadStatistics(reading);
  keys.grantUse(showStatistics);
  storage.grantAnswerInvitation(confirmContact);
  storage.grantStop(takeBounce);
  keys.grantUse(takeBounce);
  storage.grantKeepStops(keepStops);
  keys.grantUse(confirmContact);
  storage.grantShowMatches(showMatches);
  keys.grantUse(showMatches);
  keys.grantUse(signIn);
  storage.grantKeepPreferences(keepPreferences);
  keys.grantUse(keepPreferences);

  return {
    'publish-offer': publishOffer,
    'publish-demand': publishDemand,
    'revise-listing': reviseListing,
    'withdraw-listing': withdrawListing,
    'suspend-listing': suspendListing,
    'preview-listing': previewListing,
    'read-listings': readListings,
    'read-matches': readMatches,
    'read-near-matches': readNearMatches,
    'decide-review': decideReview,
    'explain-pair': explainPair,
    'keep-organization': keepOrganization,
    'read-organizations': readOrganizations,
    'read-audit': readAudit,
    'read-statistics': readStatistics,
    'show-statistics': showStatistics,
    'confirm-contact': confirmContact,
    'keep-preferences': keepPreferences,
    'show-matches': showMatches,
    'take-bounce': takeBounce,
    'keep-stops': keepStops,
    'sign-in': signIn,
    'read-vocabulary': new ApiFunction<ReadVocabularyEnv>(scope, 'ReadVocabulary', {
      folder: 'read-vocabulary',
      names,
      environment: {},
    }),
    'read-openapi': new ApiFunction<ReadOpenApiEnv>(scope, 'ReadOpenApi', {
      folder: 'read-openapi',
      names,
      environment: {},
    }),
    'show-docs': new ApiFunction<ShowDocsEnv>(scope, 'ShowDocs', {
      folder: 'show-docs',
      names,
      environment: {},
      files: viewerFiles,
      memoryMiB: 1024,
    }),
    'report-health': new ApiFunction<ReportHealthEnv>(scope, 'ReportHealth', {
      folder: 'report-health',
      names,
      environment: {},
    }),
  };
}

import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Env as DecideReviewEnv } from '../../functions/decide-review/env.ts';
import type { Env as ExplainPairEnv } from '../../functions/explain-pair/env.ts';
import type { Env as KeepOrganizationEnv } from '../../functions/keep-organization/env.ts';
import type { Env as PreviewListingEnv } from '../../functions/preview-listing/env.ts';
import type { Env as PublishDemandEnv } from '../../functions/publish-demand/env.ts';
import type { Env as PublishOfferEnv } from '../../functions/publish-offer/env.ts';
import type { Env as ReadAuditEnv } from '../../functions/read-audit/env.ts';
import type { Env as ReadListingsEnv } from '../../functions/read-listings/env.ts';
import type { Env as ReadMatchesEnv } from '../../functions/read-matches/env.ts';
import type { Env as ReadNearMatchesEnv } from '../../functions/read-near-matches/env.ts';
import type { Env as ReadOrganizationsEnv } from '../../functions/read-organizations/env.ts';
import type { Env as ReadVocabularyEnv } from '../../functions/read-vocabulary/env.ts';
import type { Env as ReportHealthEnv } from '../../functions/report-health/env.ts';
import type { Env as ReviseListingEnv } from '../../functions/revise-listing/env.ts';
import type { Env as SuspendListingEnv } from '../../functions/suspend-listing/env.ts';
import type { Env as WithdrawListingEnv } from '../../functions/withdraw-listing/env.ts';
import { ZoneFunction } from '../lambda/zone-function.ts';
import { judgingVariables } from '../matching/judging-variables.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';
import type { IntakeFolder } from './routes.ts';

/** How many listings of each side a preview looks at. */
const previewedListings = 2000;

/** The Lambdas behind the API, each with no more than it needs. */
export function makeIntakeFunctions(
  scope: Construct,
  zone: Zone,
  storage: Storage,
): Readonly<Record<IntakeFolder, ZoneFunction<unknown>>> {
  const LISTINGS_TABLE = storage.listings.tableName;
  const CANDIDATES_TABLE = storage.candidates.tableName;
  const REQUESTS_TABLE = storage.requests.tableName;
  const ORGANIZATIONS_TABLE = storage.organizations.tableName;
  const MATCHES_TABLE = storage.matches.tableName;
  const AUDIT_TABLE = storage.audit.tableName;
  const publishing = { LISTINGS_TABLE, CANDIDATES_TABLE, REQUESTS_TABLE, AUDIT_TABLE };
  const revising = { LISTINGS_TABLE, CANDIDATES_TABLE, AUDIT_TABLE };

  const publishOffer = new ZoneFunction<PublishOfferEnv>(scope, 'PublishOffer', {
    folder: 'publish-offer',
    environment: publishing,
  });
  const publishDemand = new ZoneFunction<PublishDemandEnv>(scope, 'PublishDemand', {
    folder: 'publish-demand',
    environment: publishing,
  });
  const reviseListing = new ZoneFunction<ReviseListingEnv>(scope, 'ReviseListing', {
    folder: 'revise-listing',
    environment: revising,
  });
  const withdrawListing = new ZoneFunction<WithdrawListingEnv>(scope, 'WithdrawListing', {
    folder: 'withdraw-listing',
    environment: revising,
  });
  const suspendListing = new ZoneFunction<SuspendListingEnv>(scope, 'SuspendListing', {
    folder: 'suspend-listing',
    environment: revising,
  });
  const previewListing = new ZoneFunction<PreviewListingEnv>(scope, 'PreviewListing', {
    folder: 'preview-listing',
    environment: { ...judgingVariables(zone, storage), MOST_LISTINGS: String(previewedListings) },
    // The API itself gives up after 30 seconds.
    timeout: Duration.seconds(29),
    memoryMiB: 1024,
  });
  const readListings = new ZoneFunction<ReadListingsEnv>(scope, 'ReadListings', {
    folder: 'read-listings',
    environment: { LISTINGS_TABLE },
  });
  const readMatches = new ZoneFunction<ReadMatchesEnv>(scope, 'ReadMatches', {
    folder: 'read-matches',
    environment: { MATCHES_TABLE, LISTINGS_TABLE, ORGANIZATIONS_TABLE, AUDIT_TABLE },
  });
  const readNearMatches = new ZoneFunction<ReadNearMatchesEnv>(scope, 'ReadNearMatches', {
    folder: 'read-near-matches',
    environment: { LISTINGS_TABLE, MATCHES_TABLE },
  });
  const decideReview = new ZoneFunction<DecideReviewEnv>(scope, 'DecideReview', {
    folder: 'decide-review',
    environment: { MATCHES_TABLE, AUDIT_TABLE },
  });
  const explainPair = new ZoneFunction<ExplainPairEnv>(scope, 'ExplainPair', {
    folder: 'explain-pair',
    environment: {
      TIME_ZONE: zone.timeZone,
      MATCH_WEIGHTS: JSON.stringify(zone.weights),
      USES_NEGATIVE_LISTS: String(zone.usesNegativeLists),
      LISTINGS_TABLE,
      ORGANIZATIONS_TABLE,
      MATCHES_TABLE,
      HISTORY_TABLE: storage.history.tableName,
      AUDIT_TABLE,
    },
  });
  const keepOrganization = new ZoneFunction<KeepOrganizationEnv>(scope, 'KeepOrganization', {
    folder: 'keep-organization',
    environment: { ORGANIZATIONS_TABLE, AUDIT_TABLE },
  });
  const readOrganizations = new ZoneFunction<ReadOrganizationsEnv>(scope, 'ReadOrganizations', {
    folder: 'read-organizations',
    environment: { ORGANIZATIONS_TABLE, AUDIT_TABLE },
  });

  const readAudit = new ZoneFunction<ReadAuditEnv>(scope, 'ReadAudit', {
    folder: 'read-audit',
    environment: { AUDIT_TABLE },
  });

  storage.grantPublish(publishOffer);
  storage.grantPublish(publishDemand);
  storage.grantRevise(reviseListing);
  storage.grantWithdraw(withdrawListing);
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
    'read-vocabulary': new ZoneFunction<ReadVocabularyEnv>(scope, 'ReadVocabulary', {
      folder: 'read-vocabulary',
      environment: {},
    }),
    'report-health': new ZoneFunction<ReportHealthEnv>(scope, 'ReportHealth', {
      folder: 'report-health',
      environment: {},
    }),
  };
}

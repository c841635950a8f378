import type { Construct } from 'constructs';
import type { Env as DeleteOrganizationEnv } from '../../functions/delete-organization/env.ts';
import type { Env as ExportOrganizationEnv } from '../../functions/export-organization/env.ts';
import type { Env as ReadProofKeysEnv } from '../../functions/read-proof-keys/env.ts';
import type { Env as SuspendOrganizationEnv } from '../../functions/suspend-organization/env.ts';
import { ApiFunction, requestTimeout } from '../intake/api-function.ts';
import type { ProofKey } from '../secrets/proof-key.ts';
import { indexVariables } from '../storage/index-variables.ts';
import type { Storage } from '../storage/storage.ts';
import type { Zone } from '../zones/zone.ts';

type Props = { readonly zone: Zone; readonly storage: Storage; readonly proofKey: ProofKey };

/** What the operator does with an organization as a whole. */
export function makeOrganizationFunctions(scope: Construct, { zone, storage, proofKey }: Props) {
  const { names } = zone.identity;
  const ORGANIZATIONS_TABLE = storage.organizations.tableName;
  const AUDIT_TABLE = storage.audit.tableName;
  const everything = {
    ...proofKey.variables,
    ZONE_ID: zone.id,
    ORGANIZATIONS_TABLE,
    AUDIT_TABLE,
    LISTINGS_TABLE: storage.listings.tableName,
    HISTORY_TABLE: storage.history.tableName,
    MATCHES_TABLE: storage.matches.tableName,
    DELIVERIES_TABLE: storage.deliveries.tableName,
    INVITATIONS_TABLE: storage.invitations.tableName,
    PREFERENCES_TABLE: storage.preferences.tableName,
  };
  const suspend = new ApiFunction<SuspendOrganizationEnv>(scope, 'SuspendOrganization', {
    folder: 'suspend-organization',
    names,
    environment: { AUDIT_TABLE, ORGANIZATIONS_TABLE },
  });
  const exporting = new ApiFunction<ExportOrganizationEnv>(scope, 'ExportOrganization', {
    folder: 'export-organization',
    names,
    environment: { ...everything, STOPS_TABLE: storage.stops.tableName },
    timeout: requestTimeout,
    memoryMiB: 1024,
  });
  const deleting = new ApiFunction<DeleteOrganizationEnv>(scope, 'DeleteOrganization', {
    folder: 'delete-organization',
    names,
    environment: {
      ...everything,
      ...indexVariables(zone, storage),
      USAGE_TABLE: storage.usage.tableName,
      LISTINGS_AN_ORGANIZATION: String(zone.limits.listingsAnOrganization),
    },
    timeout: requestTimeout,
    memoryMiB: 1024,
  });
  const proofKeys = new ApiFunction<ReadProofKeysEnv>(scope, 'ReadProofKeys', {
    folder: 'read-proof-keys',
    names,
    environment: proofKey.variables,
  });
  storage.grantKeepOrganization(suspend);
  storage.grantExport(exporting);
  storage.grantErase(deleting);
  for (const fn of [exporting, deleting, proofKeys]) proofKey.grantUse(fn);
  return {
    'suspend-organization': suspend,
    'export-organization': exporting,
    'delete-organization': deleting,
    'read-proof-keys': proofKeys,
  } as const;
}

import type { SystemAccess } from '../../domain/access/access.ts';
import { disclosesOrganization } from '../../domain/listing/disclosure.ts';
import type { Match } from '../../domain/match/match.ts';
import type { AuditTrail } from '../_adapters/dynamo/audit-trail.ts';
import type { makeListingReader } from '../_adapters/dynamo/listing-reader.ts';
import type { makeOrganizationReader } from '../_adapters/dynamo/organization-store.ts';
import type { Clock } from '../_runtime/clock.ts';
import { disclosures } from './disclosures.ts';
import type { Shown, Viewer } from './match-view.ts';

type Reading = {
  /** Reads both sides of a match that the viewer may see; the view shows of them what they disclose. */
  readonly disclose: SystemAccess;
  readonly listings: Pick<ReturnType<typeof makeListingReader>, 'getMany'>;
  readonly organizations: Pick<ReturnType<typeof makeOrganizationReader>, 'getMany'>;
};

type Parts = Reading & { readonly clock: Clock; readonly audit: Pick<AuditTrail, 'record'> };

/** Reads what is to be shown of matches. Whoever shows it writes down that it does. */
export const readingShown =
  ({ disclose, listings, organizations }: Reading) =>
  async (found: readonly Match[]): Promise<Shown> => {
    const read = await listings.getMany(
      disclose,
      found.flatMap((match) => [match.offerId, match.demandId]),
    );
    const seen = read.filter(disclosesOrganization).map(({ organizationId }) => organizationId);
    return {
      listings: new Map(read.map((listing) => [listing.id, listing])),
      organizations: await organizations.getMany(disclose, seen),
    };
  };

/** Reads what is about to be shown of matches, and writes down that it is. */
export const disclosing = ({ audit, clock, ...reading }: Parts) => {
  const read = readingShown(reading);
  return async (found: readonly Match[], viewer: Viewer): Promise<Shown> => {
    const shown = await read(found);
    const at = clock();
    await audit.record(
      viewer,
      found.flatMap((match) => disclosures(match, viewer, at)),
    );
    return shown;
  };
};

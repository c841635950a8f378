import type { MemberAccess } from '../../domain/access/access.ts';
import type { DemandInput } from '../../domain/demand/demand.ts';
import { publish } from '../../domain/listing/lifecycle.ts';
import { type Listing, type ListingKind, parseListing } from '../../domain/listing/listing.ts';
import { withRemedies } from '../../domain/match/near.ts';
import type { OfferInput } from '../../domain/offer/offer.ts';
import { listingsShownIn, previewOf } from '../../domain/preview/preview.ts';
import type { Instant } from '../../domain/time.ts';
import { parseCursor } from '../_adapters/dynamo/cursor.ts';
import { judgeCandidates } from '../_matching/judge-candidates.ts';
import { shortlisting } from '../_matching/shortlisting.ts';
import type { Deps } from './deps.ts';

type Command = {
  readonly access: MemberAccess;
  readonly kind: ListingKind;
  readonly input: OfferInput | DemandInput;
};

const pageSize = 100;

/**
 * Judges a listing as the matcher would, and tells what would come of it; records nothing but whose listings it shows. Its id is made for this one
 * judgement, as a listing cannot be without, and shown to nobody.
 */
export const previewListing = (deps: Deps) => {
  const { mostListings } = deps;
  const shortlisted = shortlisting(deps);
  const judgeAgainst = judgeCandidates(deps);

  async function ownOf(access: MemberAccess, kind: ListingKind): Promise<Page> {
    const own: Listing[] = [];
    let after: ReturnType<typeof parseCursor>;
    do {
      const page = await deps.listings.pageOf(access, kind, { limit: pageSize, ...(after && { after }) });
      own.push(...page.items);
      after = page.nextCursor === undefined ? undefined : parseCursor(page.nextCursor);
    } while (after && own.length < mostListings);
    return { own, complete: after === undefined };
  }

  /** Also those that match not: they say what blocks most. */
  async function judgedOf(listing: Listing, now: Instant) {
    const { candidates, complete } = await shortlisted(listing, now, { most: mostListings });
    return { judged: await judgeAgainst(listing, candidates.keys(), now), complete };
  }

  return async ({ access, kind, input }: Command) => {
    const { organization } = access;
    const now = deps.clock();
    const state = publish(input, now);
    if (typeof state === 'string') return state;
    const listing = parseListing(kind, { ...state, id: deps.newId[kind](), organizationId: organization });
    const [{ judged, complete: knowsAll }, { own, complete: knowsOwn }] = await Promise.all([
      judgedOf(listing, now),
      ownOf(access, kind),
    ]);
    deps.logger.info('listing previewed', { organization, kind, pairsJudged: judged.length });
    const complete = knowsOwn && knowsAll;
    const pairs = withRemedies(judged);
    await deps.audit.record(
      access,
      listingsShownIn({ listing, pairs }).map(({ id: subject, version }) => ({
        subject,
        version,
        at: now,
        act: 'preview-read',
      })),
    );
    return previewOf({ listing, pairs, own, now, complete });
  };
};

type Page = { readonly own: readonly Listing[]; readonly complete: boolean };

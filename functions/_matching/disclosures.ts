import type { Audited } from '../../domain/audit/audit.ts';
import type { Match } from '../../domain/match/match.ts';
import type { Instant } from '../../domain/time.ts';
import { roleOf, type Viewer, versionsFor } from './match-view.ts';

/** What the audit record says of a match that is shown: to a side the other side's listing, to the operator both. */
export function disclosures(match: Match, viewer: Viewer, at: Instant): readonly Audited[] {
  const { offerVersion, demandVersion } = versionsFor(match, viewer);
  const offer = { subject: match.offerId, version: offerVersion, at, matchId: match.id };
  const demand = { subject: match.demandId, version: demandVersion, at, matchId: match.id };
  switch (viewer.as) {
    case 'operator':
      return [
        { ...offer, act: 'review-read' },
        { ...demand, act: 'review-read' },
      ];
    case 'member':
      return [{ ...(roleOf(match, viewer.organization) === 'buyer' ? offer : demand), act: 'match-read' }];
  }
}

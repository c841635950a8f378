import type { OrganizationId } from '../../ids.ts';
import type { CompactListing } from '../compact/compact-listing.ts';
import type { Facts } from '../facts.ts';
import type { DemandForm } from './demand-form.ts';
import type { OfferForm } from './offer-form.ts';
import { PairJudge } from './pair-judge.ts';

type Day = Required<Pick<Facts, 'today' | 'usesNegativeLists' | 'rulebook'>>;

/** A compact row and whose it is. */
type Row = { readonly organizationId: OrganizationId; readonly compact: CompactListing | undefined };

const isAlike = (one: Day, other: Day): boolean =>
  one.today === other.today &&
  one.usesNegativeLists === other.usesNegativeLists &&
  one.rulebook.purposeRules === other.rulebook.purposeRules &&
  one.rulebook.flowRules === other.rulebook.flowRules &&
  one.rulebook.tradability === other.rulebook.tradability;

let last: { readonly day: Day; readonly judge: DayJudge } | undefined;

/** The compiled judge of a day, that knows compact rows again: what it worked out of a demand's is not worked out twice. */
export class DayJudge extends PairJudge {
  private readonly demands = new WeakMap<CompactListing, { readonly form: DemandForm | undefined }>();

  /** The judge of a day by these tables: the one that was asked for last, where it is the same. */
  static of(day: Day): DayJudge {
    if (last && isAlike(last.day, day)) return last.judge;
    last = { day, judge: new DayJudge(day) };
    return last.judge;
  }

  /** Undefined where nothing compact is known of it, or a term that the vocabulary does not have. */
  offerOf({ organizationId, compact }: Row): OfferForm | undefined {
    if (compact?.kind !== 'offer') return undefined;
    // Not kept: it takes four kilobytes, three times what its row does.
    return this.offerForm({ ...compact, organizationId, status: 'listed' });
  }

  /** Undefined where nothing compact is known of it, or a term that the vocabulary does not have. */
  demandOf({ organizationId, compact }: Row): DemandForm | undefined {
    if (compact?.kind !== 'demand') return undefined;
    const known = this.demands.get(compact);
    if (known) return known.form;
    const form = this.demandForm({ ...compact, organizationId, status: 'listed' });
    this.demands.set(compact, { form });
    return form;
  }
}

import { DemandId, OfferId, OrganizationId } from '../../domain/ids.ts';
import { judge } from '../../domain/matching/match.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { PreviewedPair } from '../../domain/preview/previewed-pair.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, someFacts } from '../builders/party.ts';

const hex = (index: number): string => index.toString(16).padStart(32, '0');
export const offerId = (index: number): OfferId => OfferId.parse(`offer-${hex(index)}`);
export const demandId = (index: number): DemandId => DemandId.parse(`demand-${hex(index)}`);

/** The demand that is previewed by buyers, and the offer that is by suppliers. */
export const demand = aDemand({ id: demandId(0xfff) });
export const offer = anOffer({ id: offerId(0xfff) });

const organization = (index: number, of: number): OrganizationId => OrganizationId.parse(`org-other-${index % of}`);

/** The previewed demand with `count` offers of `organizations` suppliers, each with the fields given. */
export const offered = (count: number, organizations: number, fields: Partial<Offer> = {}): readonly PreviewedPair[] =>
  Array.from({ length: count }, (_, index) => {
    const other = anOffer({
      id: offerId(index),
      organizationId: organization(index, organizations),
      title: `Offer ${index}`,
      ...fields,
    });
    const facts = someFacts({ supplier: aParty({ id: other.organizationId }) });
    return { offer: other, demand, verdict: judge(other, demand, facts, defaultWeights) };
  });

/** The previewed offer with `count` demands of `organizations` buyers. */
export const demanded = (count: number, organizations: number): readonly PreviewedPair[] =>
  Array.from({ length: count }, (_, index) => {
    const other = aDemand({
      id: demandId(index),
      organizationId: organization(index, organizations),
      title: `Demand ${index}`,
    });
    const facts = someFacts({ buyer: aParty({ id: other.organizationId }) });
    return { offer, demand: other, verdict: judge(offer, other, facts, defaultWeights) };
  });

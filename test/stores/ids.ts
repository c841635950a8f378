import { DemandId, MatchId, OfferId, OrganizationId } from '../../domain/ids.ts';

const hex = (n: number): string => n.toString(16).padStart(32, '0');
export const offerId = (n: number): OfferId => OfferId.parse(`offer-${hex(n)}`);
export const demandId = (n: number): DemandId => DemandId.parse(`demand-${hex(n)}`);
export const matchId = (n: number): MatchId => MatchId.parse(`match-${hex(n)}`);
export const org = (name: string): OrganizationId => OrganizationId.parse(name);

import { type MemberAccess, memberAccess, operatorAccess, systemAccess } from '../../domain/access/access.ts';
import { DemandId, MatchId, OfferId, OrganizationId } from '../../domain/ids.ts';

const hex = (n: number): string => n.toString(16).padStart(32, '0');
export const offerId = (n: number): OfferId => OfferId.parse(`offer-${hex(n)}`);
export const demandId = (n: number): DemandId => DemandId.parse(`demand-${hex(n)}`);
export const matchId = (n: number): MatchId => MatchId.parse(`match-${hex(n)}`);
export const org = (name: string): OrganizationId => OrganizationId.parse(name);

/** The access of a member, as its checked token gives it. */
export const memberOf = (name: string): MemberAccess =>
  memberAccess({
    organization: org(name),
    caller: 'somebody',
    from: { requestId: 'request-1', address: '192.0.2.1' },
  });

/** The access of the operator. */
export const operator = operatorAccess({
  organization: org('zone'),
  caller: 'officer',
  from: { requestId: 'request-1', address: '192.0.2.1' },
});

/** The access of the service itself. */
export const system = systemAccess('test');

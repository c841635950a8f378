import { describe, expect, it } from 'vitest';
import type { Demand } from '../../domain/demand/demand.ts';
import { OrganizationId } from '../../domain/ids.ts';
import type { Change } from '../../domain/matching/remedies.ts';
import { domainsAround, type NearDemand, supplierReport } from '../../domain/report/supplier-report.ts';
import { DomainCode } from '../../domain/vocabulary/industries.ts';
import { aDemand } from '../builders/demand.ts';
import { demandId } from '../stores/ids.ts';

const code = (text: string): DomainCode => DomainCode.parse(text);
const buyer = (n: number): OrganizationId => OrganizationId.parse(`org-buyer-${n}`);
/** So many demands, of so many organizations in turn. */
const demands = (count: number, buyers: number, fields: Partial<Demand> = {}): readonly Demand[] =>
  Array.from({ length: count }, (_, n) => aDemand({ id: demandId(n), organizationId: buyer(n % buyers), ...fields }));
const remedy: readonly Change[] = [{ kind: 'carry', side: 'supplier', tag: 'deidentified' }];
const near = (count: number, buyers: number, changes = remedy): readonly NearDemand[] =>
  Array.from({ length: count }, (_, n) => ({ demandId: demandId(n), buyerId: buyer(n % buyers), remedy: changes }));
const report = (facts: Partial<Parameters<typeof supplierReport>[0]>) =>
  supplierReport({ domains: [code('54')], demands: [], near: [], ...facts });

describe('what a supplier is told each week', () => {
  it('is how many demands others have in its domains, and for what, from five on', () => {
    expect(report({ demands: demands(6, 3) })).toEqual({
      domains: [
        {
          domain: '54',
          demands: { exactly: 6 },
          purposes: [{ purpose: 'purpose-public-service', demands: { exactly: 6 } }],
        },
      ],
      remedies: [],
    });
  });

  it('is nothing where there are fewer than five, be they none or four', () => {
    for (const count of [0, 1, 4]) expect(report({ demands: demands(count, 3) })).toBeUndefined();
  });

  it('tells neither a number nor a purpose of fewer than three organizations: it would be one company’s business', () => {
    expect(report({ demands: demands(8, 2) })).toBeUndefined();
    const other = demands(8, 2, { purpose: 'purpose-credit' }).map((one, n) => ({ ...one, id: demandId(20 + n) }));
    const rival = aDemand({ id: demandId(40), organizationId: buyer(7) });
    expect(report({ demands: [...other, rival] })?.domains[0]).toEqual({
      domain: '54',
      demands: { exactly: 9 },
      purposes: [],
    });
  });

  it('counts a demand of the section, or of a division of it, and none of another domain', () => {
    expect(report({ demands: demands(5, 3, { domains: [code('G')] }) })?.domains[0]?.demands).toEqual({ exactly: 5 });
    expect(report({ demands: demands(5, 3, { domains: [code('66')] }) })).toBeUndefined();
    expect(domainsAround(code('54'))).toEqual(['G', '54']);
    expect(domainsAround(code('G'))).toContain('54');
  });

  it('is what would open most demands, each counted once, of a crowd alone', () => {
    const twice = [...near(6, 3), ...near(6, 3)];
    expect(report({ near: twice })?.remedies).toEqual([{ changes: remedy, demands: { exactly: 6 } }]);
    for (const few of [near(4, 4), near(9, 2)]) expect(report({ near: few })).toBeUndefined();
  });

  it('is nothing that the buyer would have to do', () => {
    const theirs = [{ kind: 'hold', side: 'buyer', tag: 'mlps-3' }] as const;
    expect(report({ near: near(9, 3, theirs) })).toBeUndefined();
  });
});

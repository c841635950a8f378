import { describe, expect, it } from 'vitest';
import { judge } from '../../domain/matching/match.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import { widthOf } from '../../infra/demo/columns.ts';
import { nearMatches } from '../../infra/demo/judged-market.ts';
import { type Findings, reportLines, strongest, summaryLine } from '../../infra/demo/report.ts';
import { aDemand } from '../builders/demand.ts';
import { today } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { aParty, someFacts } from '../builders/party.ts';
import { shownMatch } from './shown-match.ts';

const offer = anOffer();
const demand = aDemand();
const match = shownMatch();
const [jurisdiction] = match.criteria.filter(({ criterion }) => criterion === 'jurisdiction');

function findings(fields: Partial<Findings> = {}): Findings {
  return {
    record: { organizations: [], offers: [offer], demands: [demand], matches: [match], reviews: [] },
    best: [match],
    near: [],
    mails: [{ subject: '找到 1 条数据供给', to: [{ address: 'buyer@example.com' }] }],
    check: { onRecord: 1, judged: 1, differences: [] },
    mailbox: 'http://127.0.0.1:1080',
    ...fields,
  };
}

const textOf = (given: Findings): string => reportLines(given).join('\n');

describe('the report', () => {
  it('shows the two criteria that lifted the score most, by weight times score', () => {
    expect(strongest(match.criteria, 2).map(({ criterion }) => criterion)).toEqual(['domain', 'purpose']);
  });

  it('gives the reasons in the language of the demand', () => {
    expect(textOf(findings())).toContain('· 领域相同：道路运输业。');
    const english = { ...findings().record, demands: [aDemand({ title: 'Freight flows' })] };
    expect(textOf(findings({ record: english }))).toContain('· Same domain: road transport.');
  });

  it('says of a pair that waits for a person only what the person must decide', () => {
    const asked = jurisdiction && { ...jurisdiction, outcome: 'review' as const };
    const review = shownMatch({ outcome: 'needs-review', criteria: [...match.criteria, ...(asked ? [asked] : [])] });
    const text = textOf(findings({ best: [], record: { ...findings().record, reviews: [review] } }));
    expect(text).toContain('Waiting for a person: 1');
    expect(text).toContain('· 存放地与使用地相同。');
    expect(text).not.toContain('· 领域相同');
  });

  it('groups pairs that failed by one gate, the rarest first', () => {
    const wrongPurpose = aDemand({ purpose: 'purpose-marketing' });
    const noClearance = aParty({ clearance: 1 });
    const pairs = [
      { demand: wrongPurpose, facts: someFacts() },
      { demand: wrongPurpose, facts: someFacts() },
      { demand, facts: someFacts({ buyer: noClearance }) },
      { demand: wrongPurpose, facts: someFacts({ buyer: noClearance }) },
      { demand, facts: someFacts() },
    ].map((pair) => ({ ...pair, offer, verdict: judge(offer, pair.demand, pair.facts, defaultWeights) }));
    const text = textOf(findings({ near: nearMatches(pairs, today) }));
    expect(text).toContain('Failed by exactly one gate: 3');
    expect(text).toMatch(/ 1 {3}security-level: above the buyer’s clearance[\s\S]* 2 {3}purpose: not permitted/);
  });

  it('shouts where the record and the rules differ', () => {
    expect(textOf(findings())).toContain('The two agree');
    const check = { onRecord: 1, judged: 2, differences: ['offer-1 × demand-1: on record nothing'] };
    expect(textOf(findings({ check }))).toContain('THEY DIFFER in 1');
  });

  it('keeps to the width of a terminal', () => {
    const long = anOffer({ title: '很长的标题'.repeat(30) });
    const record = { ...findings().record, offers: [long] };
    for (const line of reportLines(findings({ record }))) expect(widthOf(line)).toBeLessThanOrEqual(120);
  });

  it('ends with one line that a script can read', () => {
    expect(reportLines(findings()).at(-1)).toBe(summaryLine(findings()));
    expect(summaryLine(findings())).toBe('demo: 1 offers, 1 demands, 1 matches, 0 needs-review, 1 mails');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putBackParked, stepClock } from '../../infra/local/control/client.ts';
import { demandBody, offerBody } from './listings.ts';
import { Reader } from './reader.ts';
import { ZoneUnderTest } from './zone.ts';

let zone: ZoneUnderTest;
let reader: Reader;

const week = 7 * 86_400;
const buyers = ['org-a', 'org-b', 'org-c'];

const mailsTo = async (organization: string) =>
  (await zone.mails()).filter(({ to }) => to.some(({ address }) => address === `${organization}@example.com`));

async function weekPasses(): Promise<void> {
  await stepClock(zone.zone.control, week);
  await zone.runSchedule('NewWeek');
}

beforeAll(async () => {
  zone = await ZoneUnderTest.start();
  reader = new Reader(zone);
  for (const organization of [...buyers, 'org-silent', 'org-quiet']) await zone.verify(organization);
  await zone.verify('org-supplier', { supplierReport: 'weekly' });
  await zone.verify('org-other', { supplierReport: 'weekly' });
  await zone.verify('org-shy');
});
afterAll(() => zone?.zone.stop());

describe('the weekly mail to a supplier', () => {
  it('tells whoever asked for it what buyers look for, and what would open most demands, without naming any', async () => {
    for (const as of ['org-supplier', 'org-shy']) await zone.post('/v1/offers', as, offerBody());
    // Five demands of three organizations, each of which asks for what the offers do not carry.
    for (const as of [...buyers, ...buyers.slice(1)])
      await zone.post('/v1/demands', as, demandBody({ title: `Secret of ${as}`, requiredTags: ['deidentified'] }));
    await zone.settle();
    await weekPasses();
    const [mail, ...more] = await mailsTo('org-supplier');
    expect(more).toEqual([]);
    expect(mail?.text?.replaceAll(/\s+/g, ' ')).toMatch(/At least 5 demands would match if you add to the data/);
    for (const part of [mail?.text, mail?.html]) expect(part).not.toMatch(/Secret of|org-[abc]\b/);
    expect(await mailsTo('org-shy')).toEqual([]);
  });

  it('comes once a week, and not at all where there is nothing to tell', async () => {
    await zone.runSchedule('NewWeek');
    expect(await mailsTo('org-supplier')).toHaveLength(1);
    expect(await mailsTo('org-other')).toEqual([]);
    await weekPasses();
    expect(await mailsTo('org-supplier')).toHaveLength(2);
  });

  it('is ended by one press, and begun by its reader alone', async () => {
    const links = await reader.links({
      organization: 'org-supplier',
      email: 'org-supplier@example.com',
      ends: 'supplier-report',
    });
    expect((await reader.press(links.unsubscribe)).status).toBe(200);
    const shy = await reader.links({ organization: 'org-shy', email: 'org-shy@example.com' });
    const choices = { action: 'save', matches: 'as-posted', supplierReport: 'weekly', locale: 'en' };
    expect((await reader.choose(shy.preferences, choices)).status).toBe(200);
    await weekPasses();
    expect(await mailsTo('org-supplier')).toHaveLength(2);
    expect(await mailsTo('org-shy')).toHaveLength(1);
  });
});

describe('a buyer whose demand found nothing for long', () => {
  it('is told what would help after two weeks and after four, and of nothing that others would have to do', async () => {
    for (const as of ['org-silent', 'org-quiet'])
      await zone.post(
        '/v1/demands',
        as,
        demandBody({ domains: ['83'], ...(as === 'org-quiet' && { notify: { mode: 'off' } }) }),
      );
    await zone.post('/v1/offers', 'org-supplier', offerBody({ domain: '83', recipientTags: ['mlps-3'] }));
    await zone.settle();
    const counts: number[] = [];
    for (let weeks = 1; weeks <= 5; weeks++) {
      await weekPasses();
      counts.push((await mailsTo('org-silent')).length);
    }
    expect(counts).toEqual([0, 1, 1, 2, 2]);
    const [mail] = await mailsTo('org-silent');
    expect(mail?.text).toContain('Multi-Level Protection');
    expect(mail?.subject).toContain('Freight flows for risk research');
    expect(await mailsTo('org-quiet')).toEqual([]);
  });

  it('leaves nothing in a dead-letter queue, and no address in the logs', async () => {
    const queues = await putBackParked(zone.zone.control);
    expect(queues.filter(({ putBack, left }) => putBack + left > 0)).toEqual([]);
    const logs = zone.logs.join('\n');
    expect(logs).toContain('reader mailed');
    expect(logs).not.toContain('@example.com');
  });
});

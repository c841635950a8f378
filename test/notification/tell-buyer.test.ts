import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Match } from '../../domain/match/match.ts';
import type { Delivery } from '../../functions/_adapters/dynamo/delivery-store.ts';
import { tellBuyer } from '../../functions/_notification/tell-buyer.ts';
import { makeTellingDeps } from '../../functions/_notification/telling-deps.ts';
import { TellingEnv } from '../../functions/_notification/telling-env.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { tellingVariables } from '../functions/telling-variables.ts';
import { matchId } from '../stores/ids.ts';

const demand = aDemand();
const offer = anOffer();
const buyer = anOrganization({ contacts: [{ email: 'buyer@example.com', locale: 'en', confirmed: true }] });
const aMatch: Match = {
  id: matchId(1),
  offerId: offer.id,
  demandId: demand.id,
  offerVersion: 1,
  demandVersion: 1,
  supplierId: offer.organizationId,
  buyerId: demand.organizationId,
  outcome: 'matched',
  status: 'open',
  score: 90,
  criteria: [],
  reviews: [],
  wasShown: false,
  rulebook: '',
  foundAt: now,
  updatedAt: now,
};

let match: Match;
let usedUp: boolean;
let delivery: Delivery | undefined;
let subjects: string[];
/** What happens while a mail is on its way. */
let meanwhile: () => void;

const base = makeTellingDeps('test', TellingEnv.parse(tellingVariables));
const tell = tellBuyer({
  ...base,
  clock: () => now,
  pace: async () => undefined,
  allowance: { isUsedUp: async () => usedUp, use: async () => undefined },
  mailer: {
    async send({ subject }) {
      subjects.push(subject);
      meanwhile();
      return { outcome: 'accepted', messageId: '<1@example.cn>' };
    },
  },
  audit: { ...base.audit, record: async () => undefined },
  listings: { ...base.listings, get: async () => demand, getMany: async () => [offer] },
  organizations: { ...base.organizations, get: async () => buyer },
  matches: { ...base.matches, get: async () => match },
  deliveries: {
    ...base.deliveries,
    get: async () => delivery,
    dueEnded: async () => (delivery?.state === 'due-ended' ? [delivery] : []),
    put: async (_, put) => {
      delivery = put;
    },
  },
});

beforeEach(() => {
  match = aMatch;
  usedUp = false;
  delivery = undefined;
  subjects = [];
  meanwhile = () => undefined;
  vi.spyOn(base.logger, 'info').mockReturnValue();
});

const end = () => {
  match = { ...aMatch, status: 'ended' };
};

describe('telling a buyer of a match', () => {
  it('is done once, however often the notice comes', async () => {
    for (const mails of [1, 0, 0]) expect(await tell(demand.id, [match.id], 'at-once')).toEqual({ mails });
    expect(delivery?.state).toBe('mailed');
  });

  it('notes its end where it ended while the mail was on its way and the notice of it found nobody told', async () => {
    meanwhile = end;
    await tell(demand.id, [match.id], 'at-once');
    expect(delivery?.state).toBe('due-ended');
  });

  it('tells its end with the daily mail, once, and that it is there again at once', async () => {
    await tell(demand.id, [match.id], 'at-once');
    end();
    expect(await tell(demand.id, [match.id], 'at-once')).toEqual({ mails: 0 });
    for (const mails of [1, 0]) expect(await tell(demand.id, [match.id], 'daily')).toEqual({ mails });
    match = { ...aMatch, foundAt: now };
    expect(await tell(demand.id, [match.id], 'at-once')).toEqual({ mails: 1 });
    expect(subjects.map((subject) => /no longer|new/.exec(subject)?.[0])).toEqual(['new', 'no longer', 'new']);
  });

  it('tells nothing of an end that was over before the next mail', async () => {
    await tell(demand.id, [match.id], 'at-once');
    end();
    await tell(demand.id, [match.id], 'at-once');
    match = aMatch;
    await tell(demand.id, [match.id], 'at-once');
    expect(await tell(demand.id, [match.id], 'daily')).toEqual({ mails: 0 });
    expect(delivery?.state).toBe('mailed');
  });

  it('waits for the daily mail where the contact had its share of the day, and says nothing of what ended by then', async () => {
    usedUp = true;
    expect(await tell(demand.id, [match.id], 'at-once')).toEqual({ mails: 0 });
    expect(delivery?.state).toBe('due-daily');
    end();
    await tell(demand.id, [match.id], 'at-once');
    expect(delivery?.state).toBe('dropped');
    expect(await tell(demand.id, [match.id], 'daily')).toEqual({ mails: 0 });
  });

  it('gives up for this time where it never comes to rest, so that the notice comes again', async () => {
    delivery = { demandId: demand.id, matchId: match.id, contact: '0'.repeat(16), state: 'mailed', title: '', at: now };
    let reads = 0;
    const flickering = tellBuyer({
      ...base,
      audit: { ...base.audit, record: async () => undefined },
      listings: { ...base.listings, get: async () => demand, getMany: async () => [offer] },
      organizations: { ...base.organizations, get: async () => buyer },
      matches: { ...base.matches, get: async () => ({ ...aMatch, status: reads++ % 2 === 0 ? 'ended' : 'open' }) },
      deliveries: {
        ...base.deliveries,
        get: async () => delivery,
        dueEnded: async () => [],
        put: async (_, put) => {
          delivery = put;
        },
      },
    });
    await expect(flickering(demand.id, [match.id], 'at-once')).rejects.toThrow('kept changing');
  });
});

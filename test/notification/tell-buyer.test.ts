import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Preferences } from '../../domain/contact/preferences.ts';
import type { Demand } from '../../domain/demand/demand.ts';
import { OrganizationId } from '../../domain/ids.ts';
import type { Match } from '../../domain/match/match.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { Contact } from '../../domain/organization/organization.ts';
import { type Instant, secondsAfter } from '../../domain/time.ts';
import { MailerUnavailable, type OutgoingMail } from '../../functions/_adapters/mail/mailer.ts';
import { noteMatches } from '../../functions/_notification/note-matches.ts';
import { tellBuyer } from '../../functions/_notification/tell-buyer.ts';
import { addressDigest } from '../../functions/_runtime/ids.ts';
import { now } from '../builders/moment.ts';
import { anOrganization } from '../builders/organization.ts';
import { deliveriesInMemory, demand, matchOf, offer, tellingDeps } from './in-memory.ts';

const reader = (email: string): Contact => ({ email, locale: 'en', confirmed: true });

let time: Instant;
let matches: Map<string, Match>;
let posted: Demand;
/** What the supplier has changed of its offer meanwhile. */
let revised: Partial<Offer>;
let contacts: Contact[];
let dailyHour: number;
let preferences: Partial<Preferences>;
let stopped: ReadonlySet<string>;
/** Of which rhythm a contact had its share of the day. */
let usedUp: ReadonlySet<string>;

let refusal: 'address' | 'mail' | undefined;
let stoppedNow: string[];
let mails: OutgoingMail[];
let opened: number;
/** How many disclosures were written down. */
let written: number;
let memory: ReturnType<typeof deliveriesInMemory>;
/** What happens while a mail is on its way. */
let meanwhile: () => void;

const base = tellingDeps();
const window = { open: async () => void opened++, enter: async () => true, leave: async () => undefined };

const allowanceOf = (rhythm: string) => ({ isUsedUp: async () => usedUp.has(rhythm), use: async () => undefined });

function deps() {
  return {
    ...base,
    window,
    clock: () => time,
    pace: async () => undefined,
    allowances: { instant: allowanceOf('instant'), daily: allowanceOf('daily') },
    mailer: {
      async send(mail: OutgoingMail) {
        meanwhile();
        if (refusal) return { outcome: 'refused', reason: '550 5.1.1', about: refusal } as const;
        mails.push(mail);
        return { outcome: 'accepted', messageId: '<1@example.cn>' } as const;
      },
    },
    stopAddress: async (address: string) => stoppedNow.push(address) > 0,
    audit: {
      ...base.audit,
      record: async (_: unknown, shown: readonly unknown[]) => {
        written += shown.length;
      },
    },
    listings: { ...base.listings, get: async () => posted, getMany: async () => [{ ...offer, ...revised }] },
    organizations: {
      ...base.organizations,
      get: async () => anOrganization({ contacts, dailyMail: { hour: dailyHour } }),
    },
    preferences: {
      ...base.preferences,
      get: async () => ({ matches: 'as-posted', supplierReport: 'off', ...preferences }) as Preferences,
    },
    stops: {
      ...base.stops,
      get: async (_: unknown, contact: string) =>
        stopped.has(contact) ? ({ contact, cause: 'hard-bounce', at: now } as const) : undefined,
    },
    matches: { ...base.matches, get: async (_: unknown, id: string) => matches.get(id) },
    deliveries: { ...base.deliveries, ...memory.store },
  };
}

const note = (...numbers: readonly number[]) =>
  noteMatches(deps())(
    demand.id,
    numbers.map((n) => matchOf(n).id),
  );
const tell = async () => {
  const before = mails.length;
  await tellBuyer(deps())(demand.id, 'a message');
  return mails.slice(before).map(({ subject }) => subject);
};
const pass = (seconds: number) => {
  time = secondsAfter(time, seconds);
};
/** What is found now, told once the zone has collected for long enough. */
async function noteAndTell(...numbers: readonly number[]) {
  await note(...numbers);
  pass(300);
  return tell();
}
const find = (...numbers: readonly number[]) => {
  for (const n of numbers) matches.set(matchOf(n).id, { ...matchOf(n), foundAt: time });
};
const end = (n: number) => matches.set(matchOf(n).id, { ...matchOf(n), status: 'ended' });
const states = () => [...memory.rows.values()].map(({ state }) => state);

beforeEach(() => {
  time = now;
  matches = new Map();
  find(1);
  posted = demand;
  revised = {};
  contacts = [reader('buyer@example.com')];
  dailyHour = 8;
  preferences = {};
  stopped = new Set();
  usedUp = new Set();
  refusal = undefined;
  stoppedNow = [];
  mails = [];
  opened = 0;
  written = 0;
  memory = deliveriesInMemory();
  meanwhile = () => undefined;
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(base.logger, level).mockReturnValue();
});

describe('a buyer who is told at once', () => {
  it('gets one mail of all that was found while the zone collected, and no other', async () => {
    await note(1);
    expect(await tell()).toEqual([]);
    pass(200);
    find(2, 3);
    await note(2, 3);
    pass(100);
    expect(await tell()).toEqual([expect.stringMatching(/has 3 new/)]);
    pass(300);
    expect(await tell()).toEqual([]);
    expect(opened).toBeGreaterThan(0);
  });

  it('is told once, however often the notice comes', async () => {
    expect(await noteAndTell(1)).toHaveLength(1);
    for (const _ of ['again', 'and again']) expect(await noteAndTell(1)).toEqual([]);
    expect(states()).toEqual(['mailed']);
  });

  it('is not told of a match that has ended by then', async () => {
    await note(1);
    end(1);
    await note(1);
    pass(300);
    expect(await tell()).toEqual([]);
    expect(states()).toEqual(['dropped']);
  });

  it('is told by number of what has no room, and nobody writes down that it was shown', async () => {
    const numbers = Array.from({ length: base.matchesAMail + 3 }, (_, index) => index + 1);
    find(...numbers);
    expect(await noteAndTell(...numbers)).toEqual([expect.stringMatching(`has ${numbers.length} new`)]);
    expect(written).toBe(base.matchesAMail);
    expect(mails[0]?.text.match(/match-page\?token=/g)).toHaveLength(base.matchesAMail);
  });

  it('is shown no text that was not judged, and is told once it was', async () => {
    await note(1);
    revised = { version: 2, title: 'For somebody else' };
    pass(300);
    expect([await tell(), opened]).toEqual([[], 2]);
    // It is not tried again and again where judging takes long: the run of what is due tells it.
    pass(300);
    expect([await tell(), opened, states()]).toEqual([[], 2, ['due']]);
    matches.set(matchOf(1).id, { ...matchOf(1), offerVersion: 2 });
    expect(await tell()).toEqual([expect.stringMatching(/has 1 new/)]);
    expect(mails[0]?.text).toContain('For somebody else');
  });

  it('is told of the end by the title that it was told, whatever the offer said by then', async () => {
    await note(1);
    revised = { version: 2, title: 'For somebody else' };
    await note(1);
    end(1);
    await note(1);
    revised = {};
    find(1);
    expect(await noteAndTell(1)).toHaveLength(1);
    revised = { version: 3, title: 'For somebody else' };
    end(1);
    expect(await noteAndTell(1)).toHaveLength(1);
    expect(JSON.stringify([mails, [...memory.rows.values()]])).not.toContain('For somebody else');
  });

  it('is told that what it was told of has ended, and that it is there again', async () => {
    await noteAndTell(1);
    end(1);
    expect(await noteAndTell(1)).toEqual([expect.stringContaining('no longer open')]);
    expect(await noteAndTell(1)).toEqual([]);
    find(1);
    expect(await noteAndTell(1)).toEqual([expect.stringMatching(/has 1 new/)]);
  });

  it('is told nothing of an end that was over before the next mail', async () => {
    await noteAndTell(1);
    end(1);
    await note(1);
    find(1);
    await note(1);
    pass(300);
    expect(await tell()).toEqual([]);
    expect(states()).toEqual(['mailed']);
  });

  it('is told of an end that came while the mail was on its way and whose notice found nobody told', async () => {
    meanwhile = () => end(1);
    await noteAndTell(1);
    expect(states()).toEqual(['due-ended']);
    meanwhile = () => undefined;
    pass(300);
    expect(await tell()).toEqual([expect.stringContaining('no longer open')]);
  });

  it('waits for its daily mail where it had its share of the day', async () => {
    usedUp = new Set(['instant']);
    expect(await noteAndTell(1)).toEqual([]);
    expect(memory.rows.values().next().value).toMatchObject({ state: 'due', due: { rhythm: 'daily' } });
    pass(86_400);
    expect(await tell()).toHaveLength(1);
  });

  it('opens no window for what somebody else noted for later', async () => {
    posted = { ...demand, notify: { mode: 'daily' } };
    await note(1);
    expect(opened).toBe(0);
  });
});

describe('what a mail holds', () => {
  const matchesIn = ({ text }: OutgoingMail) =>
    [...text.matchAll(/match-page\?token=[^.]+\.([^.]+)/g)].map(
      ([, said = '']) => JSON.parse(Buffer.from(said, 'base64url').toString()).matchId,
    );

  it('is, of equal scores, each supplier’s best before anybody’s second', async () => {
    find(1, 2);
    matches.set(matchOf(3).id, { ...matchOf(3), supplierId: OrganizationId.parse('org-rival'), foundAt: time });
    await noteAndTell(1, 2, 3);
    const named = mails.flatMap(matchesIn);
    expect([...new Set(named)]).toEqual([1, 3, 2].map((n) => matchOf(n).id));
  });

  it('is not an offer that was suspended meanwhile, which is told once it is reinstated', async () => {
    await note(1);
    revised = { status: 'suspended', version: 2 };
    pass(300);
    expect(await tell()).toEqual([]);
    expect(states()).toEqual(['due']);
    revised = { version: 3 };
    matches.set(matchOf(1).id, { ...matchOf(1), offerVersion: 3 });
    expect(await tell()).toEqual([expect.stringMatching(/has 1 new/)]);
  });
});

describe('a buyer who is told once a day', () => {
  beforeEach(() => {
    posted = { ...demand, notify: { mode: 'daily' } };
  });

  it('gets one mail of a day at its own hour', async () => {
    // It is four in the afternoon of Beijing.
    dailyHour = 17;
    await note(1);
    pass(1800);
    find(2);
    await note(2);
    expect(await tell()).toEqual([]);
    pass(1800);
    expect(await tell()).toEqual([expect.stringMatching(/has 2 new/)]);
  });

  it('waits for the next day where it had its share of this one’s mails', async () => {
    await note(1);
    pass(86_400);
    usedUp = new Set(['daily']);
    expect(await tell()).toEqual([]);
    usedUp = new Set();
    expect(await tell()).toEqual([]);
    pass(86_400);
    expect(await tell()).toHaveLength(1);
  });

  it('is a contact that wants it so, whatever the demand says', async () => {
    posted = demand;
    preferences = { matches: 'daily' };
    expect(await noteAndTell(1)).toEqual([]);
    pass(86_400);
    expect(await tell()).toHaveLength(1);
  });
});

describe('a buyer who asks for one mail a day while a mail is waiting', () => {
  it('gets that one at its hour, too', async () => {
    await note(1);
    preferences = { matches: 'daily' };
    pass(300);
    expect(await tell()).toEqual([]);
    pass(86_400);
    expect(await tell()).toHaveLength(1);
  });
});

describe('nobody is told', () => {
  it.each([
    ['where the demand says so', () => (posted = { ...demand, notify: { mode: 'off' } })],
    ['where the contact wants no mails', () => (preferences = { matches: 'off' })],
    ['where its address is stopped', () => (stopped = new Set([addressDigest('buyer@example.com')]))],
    ['where no contact is confirmed', () => (contacts = [{ ...reader('buyer@example.com'), confirmed: false }])],
    ['while the demand is suspended', () => (posted = { ...demand, status: 'suspended' })],
  ])('%s', async (_, change) => {
    change();
    expect(await noteAndTell(1)).toEqual([]);
    expect(states()).toEqual([]);
  });

  it.each([
    ['wants it no more', () => (preferences = { matches: 'off' }), 'dropped'],
    ['is a contact no more', () => (contacts = []), 'dropped'],
    ['withdrew its demand', () => (posted = { ...demand, status: 'withdrawn' }), 'dropped'],
    ['has its demand suspended for now', () => (posted = { ...demand, status: 'suspended' }), 'due'],
  ])('who %s by the time', async (_, change, state) => {
    await note(1);
    change();
    pass(300);
    expect(await tell()).toEqual([]);
    expect(states()).toEqual([state]);
  });
});

describe('what the mail server refuses for good', () => {
  it('stops an address that no mail would reach, and nothing is tried again', async () => {
    refusal = 'address';
    expect(await noteAndTell(1)).toEqual([]);
    expect([states(), stoppedNow]).toEqual([['refused'], ['buyer@example.com']]);
    refusal = undefined;
    expect(await noteAndTell(1)).toEqual([]);
  });

  it('is tried once more with the mail of the day where it is this mail alone, and stops nobody', async () => {
    refusal = 'mail';
    expect(await noteAndTell(1)).toEqual([]);
    expect([states(), stoppedNow]).toEqual([['due'], []]);
    find(2);
    await note(2);
    refusal = undefined;
    pass(86_400);
    expect(await tell()).toEqual([expect.stringMatching(/has 2 new/)]);
    find(3);
    await note(3);
    refusal = 'mail';
    for (const _ of ['at once', 'with the day’s mail']) {
      pass(86_400);
      expect(await tell()).toEqual([]);
    }
    expect(states()).toEqual(['mailed', 'mailed', 'refused']);
  });
});

describe('several contacts', () => {
  beforeEach(() => {
    contacts = [reader('a@example.com'), reader('b@example.com')];
  });

  it('get a mail each, in the language that each wants', async () => {
    preferences = { locale: 'zh-CN' };
    await noteAndTell(1);
    expect(mails.map(({ to }) => to)).toEqual(['a@example.com', 'b@example.com']);
    expect(mails[0]?.subject).toMatch(/[\u4e00-\u9fff]/);
  });

  it('do not wait for one whose mail cannot be sent now, which is tried again', async () => {
    meanwhile = () => {
      if (mails.length > 0) return;
      mails.push({ to: 'nobody', locale: 'en', subject: '', html: '', text: '', messageId: '' });
      throw new MailerUnavailable('450 4.7.1');
    };
    await note(1);
    pass(300);
    await expect(tell()).rejects.toThrow(MailerUnavailable);
    expect(states()).toEqual(['due', 'mailed']);
    await tell();
    expect(mails.slice(1).map(({ to }) => to)).toEqual(['b@example.com', 'a@example.com']);
    expect(states()).toEqual(['mailed', 'mailed']);
  });
});

describe('a match that never comes to rest', () => {
  it('is given up for this time, so that the notice comes again', async () => {
    await noteAndTell(1);
    let reads = 0;
    const flickering = {
      ...deps().matches,
      get: async () => (reads++ % 2 === 0 ? { ...matchOf(1), status: 'ended' as const } : matchOf(1)),
    };
    const noting = noteMatches({ ...deps(), matches: flickering });
    await expect(noting(demand.id, [matchOf(1).id])).rejects.toThrow('kept changing');
  });
});

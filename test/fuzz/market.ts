import { expect } from 'vitest';
import * as z from 'zod';
import { MatchId, OrganizationId } from '../../domain/ids.ts';
import { secondsOf } from '../../domain/time.ts';
import { sessionToken } from '../../functions/_sessions/session.ts';
import { Invitee } from '../flow/invitations.ts';
import { demandBody, mapTags, offerBody } from '../flow/listings.ts';
import { Reader } from '../flow/reader.ts';
import type { ZoneUnderTest } from '../flow/zone.ts';
import { bounceOf } from '../mail/reports.ts';
import type { Surroundings } from './sending.ts';

/** Stands in every text of the victim; in an answer to anyone but the victim and the operator it would be a leak. */
export const canary = 'canary9f3b71';

const Matches = z.object({
  items: z.array(z.object({ id: z.string(), offer: z.object({ id: z.string() }) })),
});

const marked = {
  title: `${canary} title`,
  description: `${canary} description`,
  keywords: [`${canary}-keyword`],
  disclosure: ['description', 'fields', 'organization', 'contacts'],
};

type Trade = { readonly supplier: string; readonly buyer: string; readonly texts?: Record<string, unknown> };

/** An offer and a demand that match, and maps for Hong Kong that a person must decide about. */
async function trade(zone: ZoneUnderTest, { supplier, buyer, texts = {} }: Trade) {
  const fields = 'title' in texts ? { fields: [{ name: `${canary} field` }] } : {};
  const offer = await zone.post('/v1/offers', supplier, offerBody({ ...texts, ...fields }));
  const unclear = await zone.post('/v1/offers', supplier, offerBody({ ...texts, ...fields, complianceTags: mapTags }));
  const demand = await zone.post('/v1/demands', buyer, demandBody(texts));
  await zone.post('/v1/demands', buyer, demandBody({ ...texts, jurisdiction: 'HK' }));
  const spareOffer = await zone.post('/v1/offers', supplier, offerBody({ ...texts, title: 'Spare' }));
  const spareDemand = await zone.post('/v1/demands', buyer, demandBody({ ...texts, title: 'Spare' }));
  return { offer, unclear, demand, spareOffer, spareDemand };
}

/** The digest of an address that is mailed no more. */
async function stopOf(zone: ZoneUnderTest): Promise<string> {
  const address = 'stopped@example.com';
  const raw = bounceOf(address, { mark: await new Reader(zone).mark(address) });
  const operator = { as: 'zone', scope: 'operator' } as const;
  await zone.call('/v1/bounces', { ...operator, method: 'POST', headers: { 'content-type': 'message/rfc822' }, raw });
  const { body } = await zone.call('/v1/stopped-addresses', operator);
  const { items } = z.object({ items: z.array(z.object({ contact: z.string() })) }).parse(body);
  return items[0]?.contact ?? expect.fail('nothing was stopped');
}

/**
 * Fills a zone with what the fuzzed callers own, and with what a victim and its partner own, who count as one party with
 * them: nothing of it ever matches theirs, so that nothing of it may be shown to them.
 */
export async function fillZone(zone: ZoneUnderTest): Promise<Surroundings> {
  const contacts = [{ email: `${canary}@example.com`, locale: 'en', confirmed: true }];
  const affiliates = ['org-a', 'org-b'];
  await zone.verify('org-victim', { name: `${canary} name`, park: `${canary} park`, contacts, affiliates });
  await zone.verify('org-partner', { affiliates });
  const invitees = new Invitee(zone);
  for (const id of ['org-a', 'org-b']) {
    const invited = [
      { email: `${id}@example.com`, locale: 'en', confirmed: true },
      { email: `invited-by-${id}@example.com` },
    ];
    await zone.verify(id, { contacts: invited });
  }
  const a = await trade(zone, { supplier: 'org-a', buyer: 'org-b' });
  const b = await trade(zone, { supplier: 'org-b', buyer: 'org-a' });
  const victims = await trade(zone, { supplier: 'org-victim', buyer: 'org-partner', texts: marked });
  await zone.post('/v1/demands', 'org-victim', demandBody(marked));
  await zone.settle();
  const find = async (path: string, offer: string, as: string, scope: 'member' | 'operator') => {
    const { items } = Matches.parse((await zone.call(path, { as, scope })).body);
    const found = items.find((match) => match.offer.id === offer);
    return found?.id ?? expect.fail(`${path} of ${as} has no match of ${offer}`);
  };
  const matchOf = (as: string, offer: string) => find('/v1/matches?limit=100', offer, as, 'member');
  const reviewOf = (offer: string) => find('/v1/reviews?limit=100', offer, 'zone', 'operator');
  const reader = new Reader(zone);
  const tokensOf = async (organization: string, matchId: string) => {
    const id = MatchId.parse(matchId);
    const links = await reader.links({ organization, email: `${organization}@example.com`, matchIds: [id] });
    const tokenIn = (link: string): string => new URL(link).searchParams.get('token') ?? '';
    return {
      unsubscribe: tokenIn(links.unsubscribe),
      preferences: tokenIn(links.preferences),
      match: tokenIn(links.match(id)),
    };
  };
  const [matchOfA, matchOfB] = [await matchOf('org-a', a.offer), await matchOf('org-b', b.offer)];
  // The buyer of one is the supplier of the other.
  const [linksOfA, linksOfB] = [await tokensOf('org-a', matchOfB), await tokensOf('org-b', matchOfA)];
  const [keys, exp] = [await reader.keys(), secondsOf(await reader.now()) + 86_400];
  const sessionOf = async (id: string, operator?: { readonly as: 'operator'; readonly caller: string }) =>
    `zonematch-session=${await sessionToken.sign({ organizationId: OrganizationId.parse(id), exp, ...operator }, keys)}`;
  return {
    api: zone.zone.api,
    cookies: {
      'member-a': await sessionOf('org-a'),
      'member-b': await sessionOf('org-b'),
      operator: await sessionOf('zone', { as: 'operator', caller: 'officer' }),
    },
    tokens: {
      nobody: undefined,
      'member-a': await zone.token('org-a'),
      'member-b': await zone.token('org-b'),
      operator: await zone.token('zone', 'operator'),
      'no-organization': await zone.token('no organization'),
      forged: `${(await zone.token('org-victim')).split('.').slice(0, 2).join('.')}.AAAA`,
    },
    ids: {
      'stop-of-b': await stopOf(zone),
      'invitation-of-a': await invitees.tokenOf('invited-by-org-a@example.com'),
      'unsubscribe-of-a': linksOfA.unsubscribe,
      'unsubscribe-of-b': linksOfB.unsubscribe,
      'match-link-of-a': linksOfA.match,
      'match-link-of-b': linksOfB.match,
      'preferences-of-a': linksOfA.preferences,
      'preferences-of-b': linksOfB.preferences,
      'invitation-of-b': await invitees.tokenOf('invited-by-org-b@example.com'),
      'offer-of-a': a.offer,
      'demand-of-a': b.demand,
      'spare-offer-of-a': a.spareOffer,
      'spare-demand-of-a': b.spareDemand,
      'match-of-a': matchOfA,
      'review-of-a': await reviewOf(a.unclear),
      'offer-of-b': b.offer,
      'demand-of-b': a.demand,
      'spare-offer-of-b': b.spareOffer,
      'spare-demand-of-b': a.spareDemand,
      'match-of-b': matchOfB,
      'review-of-b': await reviewOf(b.unclear),
      'offer-of-victim': victims.offer,
      'demand-of-victim': victims.demand,
      'match-of-victim': await matchOf('org-victim', victims.offer),
      'review-of-victim': await reviewOf(victims.unclear),
    },
  };
}

import * as z from 'zod';
import { Demand } from '../../domain/demand/demand.ts';
import { Offer } from '../../domain/offer/offer.ts';
import { Organization } from '../../domain/organization/organization.ts';
import { aFewAtATime } from './a-few-at-a-time.ts';
import { Mail, ShownMatch } from './answers.ts';
import { memberOf, operator, type ZoneClient } from './client.ts';
import { DemoFailure } from './demo-failure.ts';

/** What a zone says after it has matched, each part as told to those who may know it. */
export type ZoneRecord = {
  readonly organizations: readonly Organization[];
  readonly offers: readonly Offer[];
  readonly demands: readonly Demand[];
  /** Open matches that their members see, the best first. */
  readonly matches: readonly ShownMatch[];
  /** Open pairs that wait for the operator. */
  readonly reviews: readonly ShownMatch[];
};

const atOnce = 8;

const isOpen = (match: ShownMatch): boolean => match.status === 'open';

/** The best first; equals in the order of their ids, so that two runs over one record print the same. */
const byScore = (one: ShownMatch, other: ShownMatch): number =>
  other.score - one.score || one.id.localeCompare(other.id);

/** Reads listings and matches as their owners, parties and reviews as the operator. */
export async function readRecord(client: ZoneClient, ids: readonly string[]): Promise<ZoneRecord> {
  const eachMember = async <T>(path: string, item: z.ZodType<T>): Promise<readonly T[]> =>
    (await aFewAtATime(ids, atOnce, (id) => client.all(memberOf(id), path, item))).flat();
  const organizations = await aFewAtATime(ids, atOnce, (id) =>
    client.call(operator, { method: 'GET', path: `/v1/organizations/${id}` }, Organization),
  );
  const offers = await eachMember('/v1/offers', Offer);
  const demands = await eachMember('/v1/demands', Demand);
  // Both sides see a match: it counts once.
  const seen = (await eachMember('/v1/matches', ShownMatch)).filter(isOpen);
  const matches = [...new Map(seen.map((match) => [match.id, match])).values()].sort(byScore);
  const reviews = [...(await client.all(operator, '/v1/reviews', ShownMatch))].filter(isOpen).sort(byScore);
  return { organizations, offers, demands, matches, reviews };
}

/** The matches in full, each as its buyer reads it. */
export function readDetails(client: ZoneClient, record: ZoneRecord, matches: readonly ShownMatch[]) {
  const buyers = new Map(record.demands.map((demand) => [demand.id, demand.organizationId]));
  return aFewAtATime(matches, atOnce, (match) => {
    const buyer = buyers.get(match.demand.id);
    if (!buyer) throw new DemoFailure(`${match.id} names ${match.demand.id}, which nobody posted.`);
    return client.call(memberOf(buyer), { method: 'GET', path: `/v1/matches/${match.id}` }, ShownMatch);
  });
}

/** The mails in the mailbox. */
export async function readMails(mailbox: string): Promise<readonly Mail[]> {
  const response = await fetch(`${mailbox}/api/email`);
  if (!response.ok) throw new DemoFailure(`The mailbox answered with ${response.status}.`);
  return z.array(Mail).parse(await response.json());
}

import * as z from 'zod';
import { aFewAtATime } from './a-few-at-a-time.ts';
import { memberOf, operator, type ZoneClient } from './client.ts';
import type { Market } from './market.ts';
import type { Progress } from './progress.ts';

const atOnce = 8;
const anything = z.unknown();

/** Puts every organization as the operator, then posts every listing as the member whose it is. */
export async function seedMarket(client: ZoneClient, market: Market, progress: Progress): Promise<void> {
  const { organizations, offers, demands } = market;
  progress.step(`Verifying ${organizations.length} organizations, as the operator.`);
  await aFewAtATime(organizations, atOnce, ({ id, organization }) =>
    client.call(operator, { method: 'PUT', path: `/v1/organizations/${id}`, body: organization }, anything),
  );

  let posted = 0;
  const post = async (kind: 'offer' | 'demand', index: number, organization: string, body: unknown): Promise<void> => {
    const headers = { 'idempotency-key': `demo-${kind}-${index + 1}` };
    await client.call(memberOf(organization), { method: 'POST', path: `/v1/${kind}s`, body }, anything, headers);
    posted += 1;
    progress.count(posted, offers.length + demands.length);
  };
  progress.step(`Posting ${offers.length} offers and ${demands.length} demands, each as its organization.`);
  await aFewAtATime(offers, atOnce, (offer, index) => post('offer', index, offer.organization, offer.listing));
  await aFewAtATime(demands, atOnce, (demand, index) => post('demand', index, demand.organization, demand.listing));
}

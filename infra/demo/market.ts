import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { DemandInput } from '../../domain/demand/demand.ts';
import { OrganizationId } from '../../domain/ids.ts';
import { OfferInput } from '../../domain/offer/offer.ts';
import { OrganizationInput } from '../../domain/organization/organization.ts';
import { DemoFailure } from './demo-failure.ts';

const MarketOrganization = z.strictObject({ id: OrganizationId, organization: OrganizationInput });
const MarketOffer = z.strictObject({ organization: OrganizationId, listing: OfferInput });
const MarketDemand = z.strictObject({ organization: OrganizationId, listing: DemandInput });

/** A market made up for the demo, as its members and its operator would send it. */
export const Market = z.strictObject({
  organizations: z.array(MarketOrganization),
  offers: z.array(MarketOffer),
  demands: z.array(MarketDemand),
});
export type Market = z.infer<typeof Market>;

async function readPart(name: keyof Market): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`market/${name}.json`, import.meta.url), 'utf8'));
}

/** Reads the market from its three files. Throws DemoFailure where a listing or a record would be refused. */
export async function loadMarket(): Promise<Market> {
  const [organizations, offers, demands] = await Promise.all([
    readPart('organizations'),
    readPart('offers'),
    readPart('demands'),
  ]);
  const market = Market.safeParse({ organizations, offers, demands });
  if (market.success) return market.data;
  throw new DemoFailure(`The demo's market is not valid.\n${z.prettifyError(market.error)}`);
}

import type { Demand } from '../../domain/demand/demand.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import type { Pairing } from '../../domain/matching/remedies.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { type Organization, type Party, unverifiedParty } from '../../domain/organization/organization.ts';
import { partyOf } from '../../domain/organization/party.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { demandForm, type LineForm, offerForm, organizationForm } from './line-forms.ts';
import type { Progress } from './progress.ts';
import { type Entry, readEntries } from './read-entries.ts';
import type { SourceFile } from './source-file.ts';

/** The files of a market, and the moment and setting that it is judged by. */
export type Market = {
  readonly offers: SourceFile;
  readonly demands: SourceFile;
  readonly organizations: SourceFile;
  readonly now: Instant;
  readonly today: CalendarDay;
  readonly usesNegativeLists: boolean;
};

/** What was read of a market. */
export class Reading {
  offers = 0;
  demands = 0;
  organizations = 0;
  pairs = 0;
  malformed = 0;
  /** Organizations that posted something and are not in the file. */
  readonly unverified = new Set<string>();

  /** For a person: first what was read, last what could not be. */
  get lines(): { readonly first: string; readonly last: readonly string[] } {
    const { offers, demands, organizations, malformed, unverified } = this;
    const missing = `Not in the organizations' file, so unverified: ${unverified.size} organizations.`;
    return {
      first: `Read: ${offers} offers, ${demands} demands, ${organizations} organizations.`,
      last: [...(unverified.size > 0 ? [missing] : []), `Malformed lines: ${malformed}.`],
    };
  }
}

/** Told of what is read, before any of its pairs. */
export type OnRead = { organization(organization: Organization): void; listing(listing: Offer | Demand): void };

/** Hands every pair of a market on, in the order of the offers, which alone are not held in memory. */
export async function walkMarket(
  market: Market,
  progress: Progress,
  onPair: (pair: Pairing) => Promise<void>,
  onRead?: OnRead,
): Promise<Reading> {
  const reading = new Reading();
  const { now, today, usesNegativeLists } = market;
  const entriesOf = <T extends { readonly id: string }>(file: SourceFile, form: LineForm<T>): AsyncIterable<Entry<T>> =>
    readEntries(file, form, now, (place, complaint) => {
      reading.malformed += 1;
      progress.tell(`${place}: ${complaint}`);
    });

  const parties = new Map<OrganizationId, Party>();
  for await (const { value } of entriesOf(market.organizations, organizationForm)) {
    reading.organizations += 1;
    parties.set(value.id, partyOf(value));
    onRead?.organization(value);
    progress.at(() => `${reading.organizations} organizations`);
  }
  const partyBehind = ({ organizationId }: Offer | Demand): Party => {
    const known = parties.get(organizationId);
    if (!known) reading.unverified.add(organizationId);
    return known ?? unverifiedParty(organizationId);
  };

  const demands: { readonly demand: Demand; readonly buyer: Party }[] = [];
  for await (const { value: demand } of entriesOf(market.demands, demandForm)) {
    reading.demands += 1;
    demands.push({ demand, buyer: partyBehind(demand) });
    onRead?.listing(demand);
    progress.at(() => `${reading.organizations} organizations, ${reading.demands} demands`);
  }

  for await (const { value: offer, bytesRead } of entriesOf(market.offers, offerForm)) {
    reading.offers += 1;
    const supplier = partyBehind(offer);
    onRead?.listing(offer);
    for (const { demand, buyer } of demands) {
      reading.pairs += 1;
      await onPair({ offer, demand, facts: { now, today, usesNegativeLists, buyer, supplier } });
      progress.at(() => `${reading.offers} offers, ${reading.pairs} pairs${shareOf(bytesRead, market.offers.size)}`);
    }
  }
  return reading;
}

/** How much of a file is read; a pipe does not say how long it is. */
const shareOf = (bytesRead: number, size: number): string =>
  size > 0 ? `, ${Math.min(100, Math.floor((100 * bytesRead) / size))}% of the file` : '';

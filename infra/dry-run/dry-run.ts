import type { Demand } from '../../domain/demand/demand.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { judge } from '../../domain/matching/match.ts';
import type { Weights } from '../../domain/matching/weights.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { type Party, unverifiedParty } from '../../domain/organization/organization.ts';
import { partyOf } from '../../domain/organization/party.ts';
import { dayIn, type Instant } from '../../domain/time.ts';
import { BestPairs } from './best-pairs.ts';
import { type JudgedPair, lineOf } from './judged-pair.ts';
import { demandForm, type LineForm, offerForm, organizationForm } from './line-forms.ts';
import type { LineWriter } from './line-writer.ts';
import type { Progress } from './progress.ts';
import { type Entry, readEntries } from './read-entries.ts';
import type { SourceFile } from './source-file.ts';
import { Tally } from './tally.ts';

export type DryRun = {
  readonly offers: SourceFile;
  readonly demands: SourceFile;
  readonly organizations: SourceFile;
  readonly timeZone: string;
  readonly usesNegativeLists: boolean;
  readonly weights: Weights;
  readonly now: Instant;
  readonly top: number | undefined;
  readonly all: boolean;
};

type Buyer = { readonly demand: Demand; readonly party: Party; readonly best: BestPairs | undefined };

/** Judges every offer of a file against every demand of another, and writes what it finds. */
export async function dryRun(run: DryRun, output: LineWriter, progress: Progress): Promise<Tally> {
  const tally = new Tally();
  const entriesOf = <T extends { readonly id: string }>(file: SourceFile, form: LineForm<T>): AsyncIterable<Entry<T>> =>
    readEntries(file, form, run.now, (place, complaint) => {
      tally.malformed += 1;
      progress.tell(`${place}: ${complaint}`);
    });

  const parties = new Map<OrganizationId, Party>();
  for await (const { value } of entriesOf(run.organizations, organizationForm)) {
    tally.organizations += 1;
    parties.set(value.id, partyOf(value));
    progress.at(() => `${tally.organizations} organizations`);
  }
  const partyBehind = ({ organizationId }: Offer | Demand): Party => {
    const known = parties.get(organizationId);
    if (!known) tally.unverified.add(organizationId);
    return known ?? unverifiedParty(organizationId);
  };

  const buyers: Buyer[] = [];
  for await (const { value: demand } of entriesOf(run.demands, demandForm)) {
    tally.demands += 1;
    const best = run.top === undefined ? undefined : new BestPairs(run.top);
    buyers.push({ demand, party: partyBehind(demand), best });
    progress.at(() => `${tally.organizations} organizations, ${tally.demands} demands`);
  }

  const moment = {
    now: run.now,
    today: dayIn(run.timeZone, run.now),
    usesNegativeLists: run.usesNegativeLists,
  };
  const isWanted = ({ verdict }: JudgedPair): boolean => run.all || verdict.outcome !== 'not-matched';
  for await (const { value: offer, bytesRead } of entriesOf(run.offers, offerForm)) {
    tally.offers += 1;
    const supplier = partyBehind(offer);
    for (const { demand, party, best } of buyers) {
      const verdict = judge(offer, demand, { ...moment, buyer: party, supplier }, run.weights);
      tally.count(verdict);
      const pair: JudgedPair = { offerId: offer.id, demandId: demand.id, verdict };
      if (isWanted(pair)) {
        if (best) best.add(pair);
        else await output.write(lineOf(pair));
      }
      progress.at(() => `${tally.offers} offers, ${tally.pairs} pairs${shareOf(bytesRead, run.offers.size)}`);
    }
  }

  for (const { best } of buyers) for (const pair of best?.pairs ?? []) await output.write(lineOf(pair));
  await output.flush();
  return tally;
}

/** How much of a file is read; a pipe does not say how long it is. */
const shareOf = (bytesRead: number, size: number): string =>
  size > 0 ? `, ${Math.min(100, Math.floor((100 * bytesRead) / size))}% of the file` : '';

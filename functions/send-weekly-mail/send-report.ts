import { wantsReport } from '../../domain/contact/preferences.ts';
import type { Demand } from '../../domain/demand/demand.ts';
import { isDemand } from '../../domain/listing/listing.ts';
import { isShown } from '../../domain/match/review.ts';
import { remedyPhrase } from '../../domain/matching/near-matches.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { domainsAround, type NearDemand, supplierReport } from '../../domain/report/supplier-report.ts';
import { daysAfter } from '../../domain/time.ts';
import { DomainCode } from '../../domain/vocabulary/industries.ts';
import type { SupplierReportDueV1 } from '../../events/supplier-report-due.v1.ts';
import { renderSupplierReport } from '../_mail/supplier-report-mail.ts';
import { mailReader } from '../_notification/mail-reader.ts';
import { addressDigest, shortDigest } from '../_runtime/ids.ts';
import type { Deps } from './deps.ts';
import { onceAWeek } from './once-a-week.ts';

/** How many offers of a supplier, and demands of others, a report looks at. */
const mostOffers = 200;
const mostDemands = 2000;

const daysBefore = 7;

/** Tells a supplier's contact that asked for it what buyers look for, and what would open most demands to its offers. */
export const sendReport = (deps: Omit<Deps, 'park' | 'putOff'>) => {
  const { access, listings, candidates, matches, organizations, preferences, stops, zone } = deps;
  const mail = mailReader(deps);
  const once = onceAWeek(deps);

  async function offersOf({ id }: Organization): Promise<readonly Offer[]> {
    const offers: Offer[] = [];
    for await (const listing of listings.listedOf(access, id)) {
      // Offers come first.
      if (isDemand(listing) || offers.length >= mostOffers) break;
      offers.push(listing);
    }
    return offers;
  }

  /** What others look for: neither the supplier itself nor whoever counts as one party with it. */
  async function demandsIn(
    domains: readonly DomainCode[],
    { id, affiliates }: Organization,
  ): Promise<readonly Demand[]> {
    const codes = new Set(domains.flatMap(domainsAround));
    const ids = new Set<string>();
    const found: Demand[] = [];
    for (const code of codes) {
      const fresh = (await candidates.idsUnder(access, 'demand', code)).filter((one) => !ids.has(one));
      for (const one of fresh) ids.add(one);
      const read = await listings.getMany(access, fresh.slice(0, Math.max(0, mostDemands - found.length)));
      for (const listing of read) {
        const isOwn = listing.organizationId === id || affiliates.includes(listing.organizationId);
        if (isDemand(listing) && listing.status === 'listed' && !isOwn) found.push(listing);
      }
    }
    return found;
  }

  async function nearTo(offers: readonly Offer[]): Promise<readonly NearDemand[]> {
    const near: NearDemand[] = [];
    for (const { id } of offers) {
      const records = await matches.recordsOf(access, id);
      near.push(...records.filter((match) => match.status === 'open' && !isShown(match)));
    }
    return near;
  }

  return async ({ organizationId, contact, day }: SupplierReportDueV1['data']): Promise<void> => {
    const supplier = await organizations.get(access, organizationId);
    const named = supplier?.contacts.find(({ email, confirmed }) => confirmed && addressDigest(email) === contact);
    if (!supplier || !named) return;
    const [wanted, stop] = await Promise.all([
      preferences.get(access, organizationId, contact),
      stops.get(access, contact),
    ]);
    if (stop || !wantsReport(supplier, wanted)) return;
    await once(`report#${organizationId}#${contact}`, day, async () => {
      const offers = await offersOf(supplier);
      const domains = offers.flatMap(({ domain }) => DomainCode.safeParse(domain).data ?? []);
      const report = supplierReport({
        domains,
        demands: await demandsIn(domains, supplier),
        near: await nearTo(offers),
      });
      if (!report) return;
      const locale = wanted?.locale ?? named.locale;
      await mail(
        { organizationId, email: named.email, locale, digest: shortDigest(contact) },
        {
          ends: 'supplier-report',
          about: ['supplier-report', organizationId, day],
          render: (links) =>
            renderSupplierReport({
              locale,
              zone,
              organization: { name: supplier.name },
              week: { from: daysAfter(day, -daysBefore), until: day },
              domains: report.domains,
              remedies: report.remedies.map(({ changes, demands }) => ({ remedy: remedyPhrase(changes), demands })),
              links,
            }),
          log: { domains: report.domains.length, remedies: report.remedies.length },
        },
      );
    });
  };
};

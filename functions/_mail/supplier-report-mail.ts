import type { Count } from '../../domain/preview/coarse.ts';
import type { CalendarDay } from '../../domain/time.ts';
import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import { aside, card, cardHeading } from './card.ts';
import { together } from './content.ts';
import { type DomainDemands, domainLines, domainTable, domainText } from './demand-counts.ts';
import { frameOf, zoneName } from './frame-of.ts';
import type { MailLinks } from './mail-links.ts';
import { mailLocale } from './mail-locale.ts';
import { mailPage } from './mail-page.ts';
import { mailText, paragraph } from './mail-text.ts';
import { MissingMailValue, present } from './missing-mail-value.ts';
import { bulletList, remedySentences } from './remedy-lines.ts';
import type { RenderedMail } from './rendered-mail.ts';
import { shownName } from './shown-name.ts';
import { supplierReportPhrases } from './supplier-report-phrases.ts';
import { wrapped } from './wrapped-lines.ts';

/** What the weekly mail to a supplier is made from: numbers alone, coarse below five. */
export type SupplierReportInput = {
  /** A language of the service; for any other see mailLocale. */
  readonly locale: string;
  readonly zone: { readonly name: Bilingual };
  readonly organization: { readonly name: string };
  /** The first and the last day that it is about. */
  readonly week: { readonly from: CalendarDay; readonly until: CalendarDay };
  /** What is most in demand first. */
  readonly domains: readonly DomainDemands[];
  /** What the supplier alone could do, and how many demands would match then: what helps most first. */
  readonly remedies: readonly { readonly remedy: Bilingual; readonly demands: Count }[];
  readonly links: Pick<MailLinks, 'preferences' | 'unsubscribe'>;
};

/** The weekly mail that tells a supplier what buyers look for in its domains, and what would open more demands to its offers. */
export function renderSupplierReport(input: SupplierReportInput): RenderedMail {
  const locale = mailLocale(input.locale);
  const words = supplierReportPhrases[locale];
  const organization = shownName(present('organization.name', input.organization.name));
  const week = [present('week.from', input.week.from), present('week.until', input.week.until)] as const;
  const zone = zoneName(input.zone, locale);
  const domains = domainLines(input.domains, locale);
  const told = input.remedies.map(({ remedy, demands }) => ({ remedy, count: demands }));
  const remedies = remedySentences(told, locale, words);
  const first = domains[0];
  if (!first && remedies.length === 0) throw new MissingMailValue('domains');
  const frame = frameOf({
    locale,
    zone,
    subject: first ? words.subject(first.name, domains.length - 1) : words.subjectOfRemedies,
    preview: words.preview,
    heading: words.heading,
    about: { label: '', text: words.week(...week, organization) },
    reasons: [words.reminder(zone)],
    links: input.links,
  });
  const body = card(
    first ? together(cardHeading(words.sought, 0), domainTable(domains)) : null,
    remedies.length > 0 ? together(cardHeading(words.youCould, first ? 16 : 0), bulletList(remedies)) : null,
    aside(words.coarse),
  );
  const text = [
    ...(first ? [words.sought, ...domainText(domains, words.colon), ''] : []),
    ...(remedies.length > 0 ? [words.youCould, ...remedies.flatMap((line) => wrapped(`- ${line}`, '', '  ')), ''] : []),
    ...paragraph(words.coarse),
  ];
  return { subject: frame.subject, html: mailPage(frame, [body]), text: mailText(frame, text) };
}

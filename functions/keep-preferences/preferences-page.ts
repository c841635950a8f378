import { maskedAddress } from '../../domain/contact/address.ts';
import { MatchMails, type Preferences, SupplierReport, unsaid, wantsReport } from '../../domain/contact/preferences.ts';
import { Locale } from '../../domain/vocabulary/bilingual.ts';
import { type Markup, markup } from '../_mail/markup.ts';
import { shownName } from '../_mail/shown-name.ts';
import { type Housed, type Reading, showPage } from '../_pages/page.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import type { Named } from './owner.ts';
import { languageNames, preferencesWords } from './preferences-words.ts';

/** The place of the page, as seen from itself. */
export const preferencesPlace = 'mail-preferences';

type Option = { readonly value: string; readonly name: string; readonly hint?: string; readonly lang?: string };

/** One question with its answers, of which one is chosen. */
function question(name: string, asks: string, chosen: string, options: readonly Option[]): Markup {
  const rows = options.map(({ value, name: said, hint, lang }) => {
    const isChosen = value === chosen ? markup` checked` : '';
    const language = lang === undefined ? '' : markup` lang="${lang}"`;
    const small = hint === undefined ? '' : markup`<small>${hint}</small>`;
    return markup`<label><input type="radio" name="${name}" value="${value}"${isChosen}><span${language}>${said}${small}</span></label>`;
  });
  return markup`<fieldset><legend>${asks}</legend>${rows}</fieldset>`;
}

const hidden = ({ locale, query }: Reading): Markup =>
  markup`<input type="hidden" name="token" value="${query['token'] ?? ''}"><input type="hidden" name="lang" value="${locale}">`;

const withdrawForm = (reading: Reading): Markup =>
  markup`<form class="answers" method="post" action="${preferencesPlace}">${hidden(reading)}<button class="stop" name="action" value="withdraw">${preferencesWords[reading.locale].withdraw}</button></form>`;

/** Whether what was chosen was kept, or could not be understood. */
type Outcome = 'saved' | 'unsaved';

/** What the owner of an address wants, to be looked at and changed. */
export function choicesPage(
  housed: Housed,
  reading: Reading,
  { organization, contact }: Named,
  kept: Preferences | undefined,
  outcome?: Outcome,
): HttpAnswer {
  const words = preferencesWords[reading.locale];
  const matches = MatchMails.options.map((value): Option => {
    const [name, hint] = words.ofMatches[value];
    return { value, name, hint };
  });
  const reports = SupplierReport.options.map((value): Option => {
    const [name, hint] = words.ofSupplierReport[value];
    return { value, name, hint };
  });
  const languages = Locale.options.map((value): Option => ({ value, name: languageNames[value], lang: value }));
  const body = markup`<p>${words.address(maskedAddress(contact.email))}</p>
<form method="post" action="${preferencesPlace}">${hidden(reading)}
${question('matches', words.matches, kept?.matches ?? unsaid.matches, matches)}
${question('supplierReport', words.supplierReport, wantsReport(organization, kept) ? 'weekly' : 'off', reports)}
${question('locale', words.locale, kept?.locale ?? contact.locale, languages)}
<button class="yes" name="action" value="save">${words.save}</button></form>
<details><summary>${words.withdrawing}</summary><p>${words.withdrawingMeans}</p>${withdrawForm(reading)}</details>`;
  return showPage(housed, outcome === 'unsaved' ? 400 : 200, reading, {
    heading: words.heading,
    about: words.about(shownName(organization.name)),
    done: outcome && words[outcome],
    body,
  });
}

/** To an address that gets no mails: it names nobody, and can still be used to refuse. */
export function gonePage(housed: Housed, reading: Reading, mayRefuse: boolean): HttpAnswer {
  const { gone, withdrawn } = preferencesWords[reading.locale];
  const [heading, sentence] = mayRefuse ? gone : withdrawn;
  const form = mayRefuse ? withdrawForm(reading) : '';
  return showPage(housed, 410, reading, { heading, body: markup`<p>${sentence}</p>${form}` });
}

export function withdrawnPage(housed: Housed, reading: Reading): HttpAnswer {
  const [heading, sentence] = preferencesWords[reading.locale].withdrawn;
  return showPage(housed, 200, reading, { heading, body: markup`<p role="status">${sentence}</p>` });
}

import type { Offer } from '../../offer/offer.ts';
import type { Transfer } from '../../offer/transfer.ts';
import { instantAt } from '../../time.ts';
import { SecurityClass } from '../../vocabulary/security-levels.ts';
import type { JudgedOffer } from '../judged.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { readFields, writeFields } from './fields.ts';
import {
  optionAt,
  readCarried,
  readCoverage,
  readFrequency,
  readModes,
  readTag,
  writeCarried,
  writeCoverage,
  writeFrequency,
  writeModes,
  writeTag,
} from './parts.ts';

/** What judging reads of a listed offer, but for whose it is. */
export type CompactOffer = Omit<JudgedOffer, 'organizationId' | 'status'> & {
  readonly kind: 'offer';
  readonly version: number;
  /** Whether its columns are all there: many are left to the listing itself, and none is in the row. */
  readonly knowsFields: boolean;
};

/** Their places stand in rows. */
export const priceModels = [
  'free',
  'one-off',
  'subscription',
  'per-call',
  'negotiable',
] as const satisfies readonly Offer['price']['model'][];

function writePrice(to: ByteWriter, { model, amount, currency }: Offer['price']): void {
  to.number(priceModels.indexOf(model)).text(currency ?? '');
  if (currency !== undefined) to.number(amount ?? 0);
}

function readPrice(from: ByteReader): Offer['price'] {
  const model = optionAt(priceModels, from.number());
  const currency = from.text();
  return currency === '' ? { model } : { model, currency, amount: from.number() };
}

/** Few offers state anything of a transfer, and what they state is read by the rules in its own words. */
const writeTransfer = (to: ByteWriter, transfer: Transfer | undefined): ByteWriter =>
  to.text(transfer ? JSON.stringify(transfer) : '');

function readTransfer(from: ByteReader): { readonly transfer?: Transfer } {
  const text = from.text();
  return text === '' ? {} : { transfer: JSON.parse(text) };
}

export function writeOffer(to: ByteWriter, offer: Offer): void {
  to.number(offer.version).number(Date.parse(offer.validUntil)).text(offer.domain);
  to.number(SecurityClass.options.indexOf(offer.securityClass)).number(offer.securityLevel);
  to.list(offer.complianceTags, (carried) => writeCarried(to, carried));
  to.list(offer.recipientTags, (tag) => writeTag(to, tag));
  to.list(offer.permittedPurposes, (purpose) => writeTag(to, purpose));
  to.text(offer.jurisdiction);
  writeModes(to, offer.deliveryModes);
  writeFrequency(to, offer.updateFrequency);
  writeCoverage(to, offer.coverage);
  to.number(offer.source ? 1 : 0);
  writePrice(to, offer.price);
  writeTransfer(to, offer.transfer);
  writeFields(to, offer.fields);
}

export function readOffer(from: ByteReader): CompactOffer {
  const version = from.number();
  const validUntil = instantAt(from.number());
  const domain = from.text();
  const securityClass = optionAt(SecurityClass.options, from.number());
  const securityLevel = from.number();
  const complianceTags = from.list(() => readCarried(from));
  const recipientTags = from.list(() => readTag(from));
  const permittedPurposes = from.list(() => readTag(from));
  const jurisdiction = from.text();
  const deliveryModes = readModes(from);
  const frequency = readFrequency(from);
  const coverage = readCoverage(from);
  const isSourceStated = from.number() === 1;
  const price = readPrice(from);
  const transfer = readTransfer(from);
  const fields = readFields(from, () => ({}));
  return {
    kind: 'offer',
    version,
    validUntil,
    domain,
    securityClass,
    securityLevel,
    complianceTags,
    recipientTags,
    permittedPurposes,
    jurisdiction,
    deliveryModes,
    ...frequency,
    ...coverage,
    ...(isSourceStated && { source: true }),
    price,
    ...transfer,
    fields: fields ?? [],
    knowsFields: fields !== undefined,
  };
}

import type { Demand } from '../../demand/demand.ts';
import { instantAt } from '../../time.ts';
import type { JudgedDemand } from '../judged.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';
import { readFields, writeFields } from './fields.ts';
import {
  readCoverage,
  readFrequency,
  readModes,
  readTag,
  writeCoverage,
  writeFrequency,
  writeModes,
  writeTag,
} from './parts.ts';

/** What judging reads of a listed demand, but for whose it is. */
export type CompactDemand = Omit<JudgedDemand, 'organizationId' | 'status'> & {
  readonly kind: 'demand';
  readonly version: number;
  /** Whether its columns are all there: many are left to the listing itself, and none is in the row. */
  readonly knowsFields: boolean;
};

export function writeDemand(to: ByteWriter, demand: Demand): void {
  to.number(demand.version).number(Date.parse(demand.validUntil));
  to.list(demand.domains, (code) => to.text(code));
  to.number(demand.maxSecurityLevel);
  to.list(demand.requiredTags, (tag) => writeTag(to, tag));
  to.list(demand.preferredTags, (tag) => writeTag(to, tag));
  writeTag(to, demand.purpose);
  to.text(demand.jurisdiction);
  writeModes(to, demand.deliveryModes);
  writeFrequency(to, demand.updateFrequency);
  writeCoverage(to, demand.coverage);
  to.text(demand.budget?.currency ?? '');
  if (demand.budget) to.number(demand.budget.amount);
  writeFields(to, demand.expectedFields, (own, { required }) => own.number(required ? 1 : 0));
}

export function readDemand(from: ByteReader): CompactDemand {
  const version = from.number();
  const validUntil = instantAt(from.number());
  const domains = from.list(() => from.text());
  const maxSecurityLevel = from.number();
  const requiredTags = from.list(() => readTag(from));
  const preferredTags = from.list(() => readTag(from));
  const purpose = readTag(from);
  const jurisdiction = from.text();
  const deliveryModes = readModes(from);
  const frequency = readFrequency(from);
  const coverage = readCoverage(from);
  const currency = from.text();
  const budget = currency === '' ? {} : { budget: { currency, amount: from.number() } };
  const fields = readFields(from, () => ({ required: from.number() === 1 }));
  return {
    kind: 'demand',
    version,
    validUntil,
    domains,
    maxSecurityLevel,
    requiredTags,
    preferredTags,
    purpose,
    jurisdiction,
    deliveryModes,
    ...frequency,
    ...coverage,
    ...budget,
    expectedFields: fields ?? [],
    knowsFields: fields !== undefined,
  };
}

import type { CalendarDay } from '../time.ts';
import type { Bounds, FlowRule } from '../vocabulary/cross-border-rules.ts';
import type { Evidence } from './evidence.ts';
import type { DayFacts } from './facts.ts';
import type { JudgedOffer } from './judged.ts';

/** A fact of an offer's `transfer`, or of a party, that a rule needs and nobody has stated. */
export type UnstatedFact =
  | 'receivedUnder'
  | 'recipientType'
  | 'collectedOutsideMainland'
  | 'mainlandDataAdded'
  | 'necessity'
  | 'industryCoveredByList'
  | 'itemOnNegativeList'
  | 'exportTotals';

/** Whether a condition holds: yes, no, or the fact that must be asked for before anyone can say. */
export type Holds = boolean | UnstatedFact;

export type FlowCase = {
  readonly offer: JudgedOffer;
  readonly evidence: Evidence;
  readonly facts: DayFacts;
};

type Conditions = FlowRule['conditions'];

const stated = <T>(value: T | undefined, name: UnstatedFact, wanted: T): Holds =>
  value === undefined ? name : value === wanted;

/** A public body abroad may be a court or an enforcement agency; of a party without a record nothing is known. */
function isForeignAuthority({ facts: { buyer } }: FlowCase): Holds {
  return buyer.kind === undefined || buyer.kind === 'public-body' ? 'recipientType' : false;
}

function isChosen(mechanism: NonNullable<Conditions['optIn']>, { offer, facts }: FlowCase): boolean {
  const isOpen = mechanism !== 'cb-ftz-offlist' || facts.usesNegativeLists === true;
  return isOpen && offer.transfer?.mechanism === mechanism;
}

const when = <T>(wanted: T | undefined, check: (wanted: T) => Holds): readonly Holds[] =>
  wanted === undefined ? [] : [check(wanted)];

/** Each condition that a row has, as it stands for the case. */
function conditionsHold(row: Conditions, about: FlowCase): readonly Holds[] {
  const { evidence } = about;
  const transfer = about.offer.transfer ?? {};
  const ofExporter = (tag: string): boolean => evidence.supplier.has(tag) || evidence.carried.has(tag);
  return [
    ...when(row.receivedUnder, (mechanisms) =>
      transfer.receivedUnder ? transfer.receivedUnder.some((tag) => mechanisms.includes(tag)) : 'receivedUnder',
    ),
    ...when(row.recipientType, () => isForeignAuthority(about)),
    ...when(row.recipientTag, (tag) => evidence.buyer.has(tag)),
    ...when(row.exporterTag, ofExporter),
    ...when(row.exporterNotTag, (tag) => !ofExporter(tag)),
    ...when(row.topic, (tag) => evidence.carried.has(tag)),
    ...when(row.collectedOutsideMainland, (wanted) =>
      stated(transfer.collectedOutsideMainland, 'collectedOutsideMainland', wanted),
    ),
    ...when(row.mainlandPersonalOrImportantDataAdded, (wanted) =>
      stated(transfer.mainlandDataAdded, 'mainlandDataAdded', wanted),
    ),
    ...when(row.necessity, (wanted) => stated<string>(transfer.necessity, 'necessity', wanted)),
    ...when(row.optIn, (mechanism) => isChosen(mechanism, about)),
    ...when(row.bothPartiesRegisteredInGBA, (wanted) => evidence.given.has('actor-gba-registered') === wanted),
    ...when(row.industryCoveredByList, (wanted) =>
      stated(transfer.industryCoveredByList, 'industryCoveredByList', wanted),
    ),
    ...when(row.itemOnNegativeList, (wanted) => stated(transfer.itemOnNegativeList, 'itemOnNegativeList', wanted)),
    ...when(row.offerHasSensitive, (wanted) => evidence.carried.has('spi') === wanted),
    ...when(row.state, (tag) => evidence.carried.has(tag)),
    ...when(row.notState, (tag) => !evidence.carried.has(tag)),
  ];
}

function isWithin(count: number, { gte, lt, eq }: Bounds): boolean {
  return (gte === undefined || count >= gte) && (lt === undefined || count < lt) && (eq === undefined || count === eq);
}

/** Persons are counted by exporter from 1 January of the year in which the data goes: another year's totals say nothing. */
function volumeHolds(volume: NonNullable<FlowRule['volume']>, offer: JudgedOffer, today: CalendarDay): Holds {
  const totals = offer.transfer?.exportTotals;
  if (totals === undefined || totals.year !== Number(today.slice(0, 4))) return 'exportTotals';
  return volume.some(
    ({ nonSensitive = {}, sensitive = {} }) =>
      isWithin(totals.nonSensitive, nonSensitive) && isWithin(totals.sensitive, sensitive),
  );
}

/** Whether all that a row says of the case holds. One `no` is enough; else what is not stated must be asked for. */
export function rowHolds(row: FlowRule, about: FlowCase): Holds {
  const volume = row.volume ? [volumeHolds(row.volume, about.offer, about.facts.today)] : [];
  const results = [...conditionsHold(row.conditions, about), ...volume];
  if (results.includes(false)) return false;
  return results.find((result) => result !== true) ?? true;
}

import type * as z from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** One short sentence a field, wherever it stands. */
const descriptions: Readonly<Record<string, string>> = {
  title: 'One line; no control or bidirectional control characters. Kept in NFC.',
  description: 'Several lines; line feed and tab are the only control characters. Kept in NFC.',
  keywords: 'No repeats.',
  domain: 'A section (J) or division (66) of GB/T 4754-2017; see /v1/vocabulary.',
  domains: 'Sections (J) or divisions (66) of GB/T 4754-2017; see /v1/vocabulary.',
  securityClass: 'Data Security Law, Art 21. Core data and secrets are never listed.',
  securityLevel: '1 public to 5 important data or the top grade of a sector.',
  maxSecurityLevel: 'The highest level of data that is asked for.',
  nativeGrade: 'A grade of the supplier’s own scheme; class and level follow from it and may be left out.',
  complianceTags: 'What the data carries: ids of /v1/vocabulary, each alone or with its certificate.',
  recipientTags: 'What a recipient must hold: ids of /v1/vocabulary.',
  permittedPurposes: 'Ids of purposes; see /v1/vocabulary.',
  purpose: 'The id of a purpose; see /v1/vocabulary.',
  jurisdiction: 'CN, CN-GBA9, CN-FTZ, EU, or ISO 3166-1 alpha-2, such as HK.',
  fields: 'The columns of the data.',
  expectedFields: 'Columns that are hoped for; a required one that is missing forbids the match.',
  source: 'Where the data comes from (Data Security Law, Art 33).',
  sample: 'An https address of a sample.',
  coverage: 'Regions by their six digits of GB/T 2260, and the days that the data covers.',
  updateFrequency: 'How often the data is renewed; on a demand, at least.',
  recordCount: 'How many records.',
  personCount: 'How many natural persons the data is about.',
  volumeBytes: 'How large it is, in bytes.',
  deliveryModes: 'How the data may reach the buyer; no repeats.',
  transfer: 'What an exporter states for a flow out of the mainland (CAC Order 16 of 2024).',
  price: 'Whole minor units with an ISO 4217 code; both or neither.',
  budget: 'Whole minor units with an ISO 4217 code.',
  amount: 'Whole minor units: fen, cents.',
  currency: 'ISO 4217 alphabetic code.',
  disclosure: 'What the other side of a match sees beside title, domain, level and reasons. Left out: nothing.',
  validUntil: 'The end of its term; left out: a year from now.',
  requiredTags: 'What an offer must carry, implied tags counted.',
  preferredTags: 'What raises the score of an offer that carries it.',
  notify: 'When the buyer is mailed.',
  name: 'One line; no control characters.',
  kind: 'What it is.',
  affiliates: 'Organizations that count as one party with this one.',
  park: 'The park that it is in.',
  contacts: 'Addresses; mailed only once confirmed.',
  clearance: 'The highest level that it may receive, as the operator verified.',
  heldTags: 'Tags that the operator verified, each with its certificate.',
  confirmed: 'Whether the address may be mailed.',
  locale: 'The language of its mails.',
  contact: 'The digest of an address.',
  cause: 'Why it is mailed no more.',
  code: 'In one word, for programs.',
  stopped: 'Addresses that are mailed no more.',
  noted: 'Addresses that go on to be mailed.',
  decision: 'Whether the match is shown to both sides or to neither.',
  note: 'Why. A decision’s note is the operator’s own; a suspension’s is read by the owner.',
  limit: 'How many at most.',
  cursor: 'As the page before gave it in nextCursor.',
  nextCursor: 'For the next page; not there on the last.',
  status: 'Where it stands.',
  minScore: 'Nothing that scores less.',
  role: 'Which side the caller has.',
  demand: 'The demand.',
  offer: 'The offer.',
  at: 'A moment in the past; left out: now.',
  subject: 'A listing, a match or an organization.',
  organization: 'An organization: its id as a parameter; its name and kind where it discloses them.',
  score: '0 to 100.',
  criteria: 'Every criterion, in the order of the rules.',
  version: 'Grows by one with each change.',
  rulebook: 'The issues of the rule tables and of the weights.',
  pointer: 'A JSON Pointer (RFC 6901) into the body, or the parameter.',
  instance: 'Names this one request in the logs.',
  complete: 'Whether everything there is was looked at.',
  statement: 'Where it comes from, in words.',
  day: 'A calendar day of the zone.',
  days: 'How many days back.',
  lang: 'The language of the page.',
  takenAt: 'When it was counted.',
  onDay: 'What came on that day.',
  byMonth: 'What came month by month, oldest first.',
  wait: 'How long it took from the later posting of both sides to the match; null where none was found.',
  value: 'What the best offer of each served demand costs, where that is a hard price.',
  volume: 'How much data is on offer.',
  label: 'What it is called, for people.',
  type: 'What it holds.',
  unit: 'What it is measured in.',
  required: 'Whether its absence forbids the match.',
  regions: 'Administrative division codes of GB/T 2260: six digits.',
  from: 'The first day, or the origin of the request.',
  to: 'The last day, or to whom it was shown.',
  tag: 'The id of a compliance tag; see /v1/vocabulary.',
  issuer: 'Who issued the certificate.',
  number: 'The number of the certificate.',
  scheme: 'The id of a grading scheme; see /v1/vocabulary.',
  grade: 'A grade of that scheme, as it writes it.',
  dailyMail: 'When the mails of a day go out to its contacts.',
  hour: 'The hour of the clocks, 0 to 23; eight where it is left out.',
  timeZone: 'An IANA time zone; that of the pilot zone where it is left out.',
  supplierReport:
    'Whether its contacts are mailed each week what buyers look for in its domains; each may say otherwise.',
  mode: 'At once, once a day, or never.',
  model: 'How it is paid for.',
  email: 'An address (RFC 5322), at most 254 characters.',
  'idempotency-key': 'Visible ASCII. The same post under it is made once in 24 hours, and answered as the first time.',
};

/** The sentence of a field or parameter. */
export const descriptionOf = (name: string): string | undefined => descriptions[name];

type Schema = JsonSchema | boolean;

/** A schema all of whose properties say what they are, and theirs. */
function walked(schema: Schema): Schema {
  return typeof schema === 'boolean' ? schema : describeFields(schema);
}

function described(name: string, schema: Schema): Schema {
  const inner = walked(schema);
  const description = descriptions[name];
  return typeof inner === 'boolean' || description === undefined ? inner : { description, ...inner };
}

/** A schema all of whose properties say what they are, however deep. */
export function describeFields(schema: JsonSchema): JsonSchema {
  const { properties, items, anyOf } = schema;
  const named = Object.entries(properties ?? {}).map(([name, property]) => [name, described(name, property)]);
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(named) }),
    ...(items !== undefined && !Array.isArray(items) && { items: walked(items) }),
    ...(anyOf && { anyOf: anyOf.map((one) => describeFields(one)) }),
  };
}

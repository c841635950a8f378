/** What a log line counts to: itself, as one, or the number that stands in one of its fields; told apart by fields that are words. */
type LineMetric = {
  readonly metric: string;
  readonly unit: 'Count' | 'Seconds';
  readonly field?: string;
  readonly by?: readonly string[];
};

const count = (metric: string, field?: string): LineMetric => ({ metric, unit: 'Count', ...(field && { field }) });
const seconds = (metric: string, field: string): LineMetric => ({ metric, unit: 'Seconds', field });

/**
 * Which lines of the log are metrics, too, by their message: of namespace Zonematch, with the zone as dimension. The line
 * itself carries the metric in CloudWatch's embedded metric format, so that no figure is without the line behind it.
 */
export const lineMetrics = {
  'record differed': [count('RecordDifferences', 'differences')],
  'request overtaken': [count('RequestsOvertaken')],
  'listing matched': [
    count('PairsJudged', 'pairsJudged'),
    count('MatchesOpened', 'opened'),
    count('JudgementsOvertaken', 'overtaken'),
    seconds('PostToMatch', 'secondsSincePost'),
  ],
  'listing judged in parts': [count('ListingsJudgedInParts')],
  'share exceeded': [count('ListingsAboveShare', 'listings')],
  'reader mailed': [count('MailsSent'), seconds('PostToMail', 'secondsSincePost'), seconds('MailLate', 'secondsLate')],
  'listed by section': [{ metric: 'ListingsOpen', unit: 'Count', field: 'listed', by: ['side', 'section'] }],
  'listed by level': [{ metric: 'ListingsOpen', unit: 'Count', field: 'listed', by: ['side', 'securityLevel'] }],
  'mail paced': [count('MailsPaced')],
  'mail kept for the day': [count('MailsKeptForTheDay')],
  'mail refused': [count('MailsRefused')],
  'due mail not finished': [count('DueMailLeft', 'left')],
  'due mail failed': [count('DueMailFailed')],
  'due mail looked at': [seconds('OldestMailLate', 'secondsLate')],
  'invitation held': [count('InvitationsHeld')],
  'contact invited': [count('MailsSent')],
  'canary passed': [count('CanaryPassed'), seconds('CanaryToMatch', 'secondsToMatch')],
  'canary failed': [count('CanaryFailed')],
  'bounce noted': [count('BouncesNoted')],
  'address stopped': [count('AddressesStopped')],
  'complaint received': [count('Complaints')],
  'contact refused': [count('ContactsRefused')],
  'day not counted': [count('DaysNotCounted')],
  unsubscribed: [count('MailsUnsubscribed')],
} as const satisfies Readonly<Record<string, readonly LineMetric[]>>;

type Lines = typeof lineMetrics;

/** The name of every metric that a line counts to. */
export type ZoneMetricName = Lines[keyof Lines][number]['metric'];

type Fields = Readonly<Record<string, unknown>>;

const linesByMessage: Readonly<Record<string, readonly LineMetric[]>> = lineMetrics;

/**
 * What a line carries beside its own fields, in the embedded metric format (Amazon CloudWatch user guide, "Specification:
 * Embedded metric format"); nothing where its message is no metric, or none of its figures is there.
 */
export function metricsOf(message: string, fields: Fields, zone: string, timestamp: number): Fields {
  const metrics = Object.hasOwn(linesByMessage, message) ? (linesByMessage[message] ?? []) : [];
  const counted = metrics.flatMap(({ metric, unit, field, by = [] }) => {
    const value = field === undefined ? 1 : fields[field];
    return typeof value === 'number' && Number.isFinite(value) ? [{ metric, unit, value, by }] : [];
  });
  if (counted.length === 0) return {};
  const sets = Map.groupBy(counted, ({ by }) => JSON.stringify(['zone', ...by]));
  return {
    ...Object.fromEntries(counted.map(({ metric, value }) => [metric, value])),
    zone,
    _aws: {
      Timestamp: timestamp,
      CloudWatchMetrics: [...sets].map(([dimensions, alike]) => ({
        Namespace: 'Zonematch',
        Dimensions: [JSON.parse(dimensions)],
        Metrics: alike.map(({ metric, unit }) => ({ Name: metric, Unit: unit })),
      })),
    },
  };
}

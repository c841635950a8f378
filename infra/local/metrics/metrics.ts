import { z } from 'zod';
import type { LocalLog } from '../lambda/local-function.ts';
import { LocalFailure } from '../local-failure.ts';
import type { Stack } from '../template/stack.ts';

const Filter = z.object({
  LogGroupName: z.string(),
  FilterPattern: z.string(),
  MetricTransformations: z.array(
    z.object({ MetricNamespace: z.string(), MetricName: z.string(), MetricValue: z.string() }),
  ),
});
const Logging = z.object({ LoggingConfig: z.object({ LogGroup: z.string() }).optional() });
const Line = z.record(z.string(), z.unknown());

type Fields = z.infer<typeof Line>;

/** What a metric has counted since the zone was started: how many values, and their sum. */
export type LocalMetric = {
  readonly namespace: string;
  readonly name: string;
  readonly samples: number;
  readonly sum: number;
};

type Counting = {
  readonly logGroup: string;
  readonly counts: (fields: Fields) => boolean;
  readonly valueIn: (fields: Fields) => number;
  metric: LocalMetric;
};

/** `{ $.field = "text" }`, the one form of CloudWatch's filter patterns for JSON that the template uses. */
function parsePattern(id: string, pattern: string): Counting['counts'] {
  const [, field, text] = /^\{ *\$\.(\w+) *= *"([^"]*)" *\}$/.exec(pattern) ?? [];
  if (field === undefined) {
    throw new LocalFailure(
      `The local zone cannot count by the pattern of ${id}: ${pattern}. Teach infra/local/metrics.`,
    );
  }
  return (fields) => fields[field] === text;
}

/** What a number or its digits stand for; `Number` alone would take nothing at all for 0. */
const numberIn = (value: unknown): number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN;

/** A number, or the field of a line where it stands: `$.field`. */
function parseValue(id: string, value: string): Counting['valueIn'] {
  const [, field] = /^\$\.(\w+)$/.exec(value) ?? [];
  if (field !== undefined) return (fields) => numberIn(fields[field]);
  const constant = numberIn(value);
  if (Number.isNaN(constant)) throw new LocalFailure(`The local zone cannot read the value of ${id}: ${value}.`);
  return () => constant;
}

function parseLine(line: string): Fields | undefined {
  try {
    return Line.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** The metrics that the template's filters make of what the Lambdas write (CloudWatch Logs, "Creating metric filters"). */
export class Metrics {
  private readonly countings: readonly Counting[];
  private readonly logGroups: ReadonlyMap<string, string | undefined>;

  constructor(stack: Stack) {
    this.countings = stack.ofType('AWS::Logs::MetricFilter').flatMap((resource) => {
      const { LogGroupName, FilterPattern, MetricTransformations } = resource.read(Filter);
      return MetricTransformations.map(({ MetricNamespace, MetricName, MetricValue }) => ({
        logGroup: LogGroupName,
        counts: parsePattern(resource.id, FilterPattern),
        valueIn: parseValue(resource.id, MetricValue),
        metric: { namespace: MetricNamespace, name: MetricName, samples: 0, sum: 0 },
      }));
    });
    this.logGroups = new Map(
      stack.ofType('AWS::Lambda::Function').map((resource) => {
        const { LoggingConfig } = resource.read(Logging, (property) => property === 'LoggingConfig');
        return [stack.physicalName(resource.id), LoggingConfig?.LogGroup];
      }),
    );
  }

  /** Counts a line that a Lambda wrote, where a filter asks for it. */
  count({ functionName, line }: LocalLog): void {
    const group = this.logGroups.get(functionName);
    const fields = group === undefined ? undefined : parseLine(line);
    if (!fields) return;
    for (const counting of this.countings) {
      if (counting.logGroup !== group || !counting.counts(fields)) continue;
      const value = counting.valueIn(fields);
      // CloudWatch makes nothing of a line whose value is no number.
      if (!Number.isFinite(value)) continue;
      const { samples, sum, ...named } = counting.metric;
      counting.metric = { ...named, samples: samples + 1, sum: sum + value };
    }
  }

  get all(): readonly LocalMetric[] {
    return this.countings.map(({ metric }) => metric);
  }
}

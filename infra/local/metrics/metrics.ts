import * as z from 'zod';
import type { LocalLog } from '../lambda/local-function.ts';

/** What CloudWatch reads of a line in the embedded metric format, as far as it is about which figures count. */
const Embedded = z.looseObject({
  _aws: z.looseObject({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(
      z.looseObject({
        Namespace: z.string().min(1),
        Dimensions: z.array(z.array(z.string()).max(30)),
        Metrics: z.array(z.looseObject({ Name: z.string().min(1), Unit: z.string().optional() })).max(100),
      }),
    ),
  }),
});

/** What a metric has counted since the zone was started: how many values, their sum, and the greatest. */
export type LocalMetric = {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly samples: number;
  readonly sum: number;
  readonly greatest: number;
};

function parseLine(line: string): z.infer<typeof Embedded> | undefined {
  if (!line.includes('"_aws"')) return undefined;
  try {
    return Embedded.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** One number or many, as the format takes them; a value of any other kind makes no metric. */
const Values = z.union([z.number().transform((one) => [one]), z.array(z.number()).max(100)]).catch([]);

/** The metrics that Lambdas embed in what they write (Amazon CloudWatch user guide, "Specification: Embedded metric format"). */
export class Metrics {
  private readonly counted = new Map<string, LocalMetric>();

  /** Counts a line that a Lambda wrote, where it carries a metric. */
  count({ line }: LocalLog): void {
    const fields = parseLine(line);
    for (const { Namespace, Dimensions, Metrics: named } of fields?._aws.CloudWatchMetrics ?? []) {
      for (const names of Dimensions) {
        // A dimension without its member: CloudWatch makes nothing of the line.
        if (names.some((name) => typeof fields?.[name] !== 'string')) continue;
        const dimensions = Object.fromEntries(names.map((name) => [name, String(fields?.[name])]));
        for (const { Name } of named) this.add(Namespace, Name, dimensions, Values.parse(fields?.[Name]));
      }
    }
  }

  get all(): readonly LocalMetric[] {
    return [...this.counted.values()];
  }

  private add(namespace: string, name: string, dimensions: LocalMetric['dimensions'], values: readonly number[]): void {
    const key = JSON.stringify([namespace, name, dimensions]);
    for (const value of values) {
      const { samples, sum, greatest } = this.counted.get(key) ?? { samples: 0, sum: 0, greatest: value };
      this.counted.set(key, {
        namespace,
        name,
        dimensions,
        samples: samples + 1,
        sum: sum + value,
        greatest: Math.max(greatest, value),
      });
    }
  }
}

import * as z from 'zod';
import { parseExpression } from '../local/schedule/expression.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { runsAMonth } from './runs-a-month.ts';
import { daysAMonth } from './units.ts';

const Schedule = z.looseObject({ ScheduleExpression: z.string() });
const Memory = z.looseObject({ MemorySize: z.number() });
const Kept = z.looseObject({ RetentionInDays: z.number() });

/** What a zone has whether anybody uses it or not, counted in what CDK synthesized. */
export type Resources = {
  readonly tables: number;
  readonly queues: number;
  /** Queues that Lambda polls. */
  readonly polled: number;
  /** Metrics that alarms look at: one that looks at a quotient of two is billed as two. */
  readonly alarms: number;
  readonly dashboards: number;
  readonly keys: number;
  readonly secrets: number;
  readonly metrics: number;
  /** Runs of all schedules in a month, and those of the reconciliation and of the canary among them. */
  readonly scheduledRuns: number;
  readonly reconciliations: number;
  readonly canaryRuns: number;
  /** For how many months the logs of Lambdas are kept. */
  readonly logMonths: number;
  /** GiB of the Lambda that judges, and of the others on average. */
  readonly matcherGiB: number;
  readonly otherGiB: number;
};

type Found = { readonly id: string; readonly properties: unknown };

/** How many metrics an alarm looks at. */
const metricsOf = ({ properties }: Found): number =>
  Math.max(1, [...JSON.stringify(properties).matchAll(/"MetricStat":/g)].length);

/** Names of the zone's own metrics, wherever they stand: in alarms and expressions of them, and in the text of dashboards. */
function ownMetrics(watching: readonly Found[]): number {
  const names = watching.flatMap(({ properties }) => {
    const text = JSON.stringify(properties).replaceAll('\\"', '"');
    const named = [/"MetricName":"([\w-]+)","Namespace":"Zonematch"/g, /"Zonematch","([\w-]+)"/g];
    return named.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name));
  });
  return new Set(names).size;
}

/** Counts what a synthesized zone has. Throws LocalFailure where a schedule cannot be read. */
export function countResources(folder: string): Resources {
  const { Resources: all } = readAssembly(folder).template;
  const ofType = (type: string): readonly Found[] =>
    Object.entries(all).flatMap(([id, { Type, Properties }]) =>
      Type === type ? [{ id, properties: Properties }] : [],
    );
  const schedules = ofType('AWS::Scheduler::Schedule').map(({ id, properties }) => ({
    id,
    runs: runsAMonth(parseExpression(Schedule.parse(properties).ScheduleExpression)),
  }));
  const sumOf = (some: readonly { readonly runs: number }[]): number => some.reduce((sum, { runs }) => sum + runs, 0);
  const memories = ofType('AWS::Lambda::Function').map(({ id, properties }) => ({
    isMatcher: id.includes('MatchListing'),
    gib: Memory.parse(properties).MemorySize / 1024,
  }));
  const averageOf = (some: readonly { readonly gib: number }[]): number =>
    some.reduce((sum, { gib }) => sum + gib, 0) / Math.max(1, some.length);
  const logDays = ofType('AWS::Logs::LogGroup').map(({ properties }) => Kept.parse(properties).RetentionInDays);
  const mappings = ofType('AWS::Lambda::EventSourceMapping');
  const alarms = ofType('AWS::CloudWatch::Alarm');
  const dashboards = ofType('AWS::CloudWatch::Dashboard');
  return {
    tables: ofType('AWS::DynamoDB::Table').length,
    queues: ofType('AWS::SQS::Queue').length,
    polled: mappings.filter(({ properties }) => !JSON.stringify(properties).includes('StreamArn')).length,
    alarms: alarms.reduce((sum, alarm) => sum + metricsOf(alarm), 0),
    dashboards: dashboards.length,
    keys: ofType('AWS::KMS::Key').length,
    secrets: ofType('AWS::SecretsManager::Secret').length,
    metrics: ownMetrics([...alarms, ...dashboards]),
    scheduledRuns: sumOf(schedules),
    reconciliations: sumOf(schedules.filter(({ id }) => id.includes('Reconciliation'))),
    canaryRuns: sumOf(schedules.filter(({ id }) => id.startsWith('CanaryTryOut'))),
    logMonths: Math.max(...logDays) / daysAMonth,
    matcherGiB: averageOf(memories.filter(({ isMatcher }) => isMatcher)),
    otherGiB: averageOf(memories.filter(({ isMatcher }) => !isMatcher)),
  };
}

import { Duration } from 'aws-cdk-lib';
import { type IMetric, type IWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { graph } from './graph.ts';
import type { Watched } from './watched.ts';

/** What the bill follows (docs/cost.md). Of Lambda and logs the account's totals, as their metrics have no zone. */
export function costRow({ storage, channels, api }: Watched): readonly IWidget[] {
  const { listings, candidates, matches, deliveries, audit } = storage;
  const hour = { period: Duration.hours(1), statistic: 'Sum' };
  const named = { listings, candidates, matches, deliveries, audit };
  const consumed = (way: 'Read' | 'Write'): readonly IMetric[] =>
    Object.entries(named).map(([label, table]) => table.metric(`Consumed${way}CapacityUnits`, { ...hour, label }));
  return [
    graph('Read units', 6, consumed('Read')),
    graph('Write units', 6, consumed('Write')),
    graph('Requests and runs', 6, [
      api.metricCount({ ...hour, label: 'API' }),
      new Metric({ namespace: 'AWS/Lambda', metricName: 'Invocations', ...hour, label: 'Lambda' }),
      ...channels.map(({ queue, node }) => queue.metricNumberOfMessagesSent({ ...hour, label: node.id })),
    ]),
    graph('Bytes of logs', 6, [new Metric({ namespace: 'AWS/Logs', metricName: 'IncomingBytes', ...hour })]),
  ];
}

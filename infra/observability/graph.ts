import { GraphWidget, type IMetric, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';

/** Lines of metrics over time, from nothing upwards; a dashboard is 24 wide. */
export const graph = (title: string, width: number, left: readonly IMetric[], label = ''): IWidget =>
  new GraphWidget({ title, width, height: 6, left: [...left], leftYAxis: { min: 0, label, showUnits: false } });

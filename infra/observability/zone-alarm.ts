import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import { ZoneStack } from '../zones/zone-stack.ts';
import type { Severity } from '../zones/zone-watch.ts';

type ZoneAlarmProps = {
  readonly severity: Severity;
  readonly metric: IMetric;
  /** From where on it is raised; what is measured must be above it where `isAbove`. */
  readonly threshold: number;
  readonly isAbove?: boolean;
  /** Where it must not be less: then nothing at all is too little, too. */
  readonly isBelow?: boolean;
  /** What is wrong, in a sentence. */
  readonly says: string;
  /** The section of docs/runbook.md that says what it means, where to look and what to do. */
  readonly runbook: string;
};

const comparison = (isAbove: boolean, isBelow: boolean): ComparisonOperator => {
  if (isBelow) return ComparisonOperator.LESS_THAN_THRESHOLD;
  return isAbove ? ComparisonOperator.GREATER_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
};

/** An alarm of a zone: how soon somebody must look, what is wrong, and where it stands what to do. */
export class ZoneAlarm extends Alarm {
  constructor(
    scope: Construct,
    id: string,
    { severity, metric, threshold, isAbove, isBelow, says, runbook }: ZoneAlarmProps,
  ) {
    super(scope, id, {
      metric,
      threshold,
      alarmDescription: `[${severity}] ${says} See docs/runbook.md#${runbook}`,
      evaluationPeriods: 1,
      comparisonOperator: comparison(isAbove === true, isBelow === true),
      treatMissingData: isBelow === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(ZoneStack.of(this).alarmTopics.of(severity)));
  }
}

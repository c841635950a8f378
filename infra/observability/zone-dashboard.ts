import { Aws, Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  type IMetric,
  type IWidget,
  MathExpression,
  PeriodOverride,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { ZoneMetricName } from '../../functions/_runtime/line-metrics.ts';
import { costRow } from './cost-row.ts';
import { graph } from './graph.ts';
import { apiErrors, shareOfMails, throttledRuns } from './readings.ts';
import type { Watched } from './watched.ts';
import { zoneMetric } from './zone-metric.ts';

const half = 12;
const third = 8;
const day = Duration.days(1);

/** What a zone does, at one look: what comes in, what is found and how soon, what waits, what bounces, what costs. */
export class ZoneDashboard extends Dashboard {
  constructor(scope: Construct, id: string, watched: Watched) {
    const { zone } = watched;
    super(scope, id, {
      dashboardName: `zonematch-${zone.id}`,
      defaultInterval: Duration.days(1),
      periodOverride: PeriodOverride.AUTO,
    });
    this.addWidgets(
      new TextWidget({
        width: 24,
        height: 2,
        markdown: `# ${zone.name.zh} · ${zone.name.en}\n\`${zone.id}\` · ${Aws.REGION} · alarms: docs/runbook.md`,
      }),
    );
    for (const row of [
      today(watched),
      market(watched),
      speed(watched),
      waiting(watched),
      mails(watched),
      costRow(watched),
    ])
      this.addWidgets(...row);
  }
}

const ofZone =
  (zone: string, statistic: string, period = Duration.minutes(15)) =>
  (name: ZoneMetricName, label: string) =>
    zoneMetric(zone, name, { statistic, period, label });

function today({ zone, api }: Watched): readonly IWidget[] {
  const sum = ofZone(zone.id, 'Sum', day);
  return [
    new SingleValueWidget({
      title: 'Today · 今日',
      width: 24,
      height: 3,
      metrics: [
        api.metricCount({ statistic: 'Sum', period: day, label: 'Requests' }),
        sum('PairsJudged', 'Pairs judged'),
        sum('MatchesOpened', 'Matches found'),
        sum('MailsSent', 'Mails sent'),
        sum('ContactsRefused', 'Contacts that refused'),
        sum('RecordDifferences', 'Records that differed'),
      ],
    }),
  ];
}

/** The last count of what is listed (docs/statistics.md), by one thing that listings differ in. */
const listed = (zone: string, by: 'section' | 'securityLevel', side: 'offers' | 'demands'): IMetric =>
  new MathExpression({
    expression: `SEARCH('{Zonematch,${['zone', 'side', by].join(',')}} zone="${zone}" side="${side}" MetricName="ListingsOpen"', 'Maximum', ${day.toSeconds()})`,
    label: '',
    period: day,
  });

function market({ zone }: Watched): readonly IWidget[] {
  return (['offers', 'demands'] as const).flatMap((side) => [
    graph(`Listed ${side} by domain`, 6, [listed(zone.id, 'section', side)]),
    graph(`Listed ${side} by level`, 6, [listed(zone.id, 'securityLevel', side)]),
  ]);
}

function speed({ zone, api, matcher }: Watched): readonly IWidget[] {
  const [p50, p95] = [ofZone(zone.id, 'p50'), ofZone(zone.id, 'p95')];
  return [
    graph('From post to match', third, [p50('PostToMatch', 'p50'), p95('PostToMatch', 'p95')], 'seconds'),
    graph('From post to mail', third, [p50('PostToMail', 'p50'), p95('PostToMail', 'p95')], 'seconds'),
    graph('The API and the matcher', third, [
      api.metricLatency({ statistic: 'p95', label: 'API p95 (ms)' }),
      matcher.metricDuration({ statistic: 'p95', label: 'Matcher p95 (ms)' }),
      apiErrors(api),
    ]),
  ];
}

function waiting({ channels, deadLetters, zone }: Watched): readonly IWidget[] {
  const nameOf = (path: string): string => path.split('/').at(-2) ?? path;
  const sum = ofZone(zone.id, 'Sum');
  return [
    graph(
      'The oldest message',
      third,
      channels.map(({ queue, node }) =>
        queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', label: node.id }),
      ),
      'seconds',
    ),
    graph(
      'Parked messages',
      third,
      deadLetters.map((queue) =>
        queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', label: nameOf(queue.node.path) }),
      ),
    ),
    graph('Held back', third, [
      sum('ListingsAboveShare', 'Listings above a share'),
      sum('ListingsJudgedInParts', 'Listings judged in parts'),
      sum('MailsKeptForTheDay', 'Mails kept for the day'),
      sum('MailsPaced', 'Mails paced'),
      throttledRuns,
    ]),
  ];
}

function mails({ zone }: Watched): readonly IWidget[] {
  const sum = ofZone(zone.id, 'Sum');
  return [
    graph('Mails', half, [
      sum('MailsSent', 'Sent'),
      sum('MailsRefused', 'Refused'),
      sum('BouncesNoted', 'Bounced for now'),
      sum('AddressesStopped', 'Stopped'),
      sum('Complaints', 'Complained of'),
      sum('MailsUnsubscribed', 'Ended by their readers'),
    ]),
    graph('Share of a day’s mails', half, [
      shareOfMails(zone.id, 'Bounces (%)', 'AddressesStopped'),
      shareOfMails(zone.id, 'Complaints (%)', 'Complaints'),
    ]),
  ];
}

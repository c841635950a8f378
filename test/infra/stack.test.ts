import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sendingMs, slowestWriteMs } from '../../functions/_adapters/dynamo/candidates/journal.ts';
import { lineMetrics } from '../../functions/_runtime/line-metrics.ts';
import { resourcesOf, stacks, template } from './template.ts';

const Statement = z.object({
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
  Effect: z.string(),
});
const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) });

const statements = resourcesOf('AWS::IAM::Policy').flatMap(([id, policy]) =>
  Policy.parse(policy.Properties).PolicyDocument.Statement.map((statement) => ({
    id,
    actions: [statement.Action].flat(),
    resources: [statement.Resource].flat(),
  })),
);

describe('the API', () => {
  it('asks for a token on every route but those that show nothing of anybody, and the pages of whoever was invited or mailed', () => {
    const open = resourcesOf('AWS::ApiGatewayV2::Route')
      .filter(([, route]) => route.Properties['AuthorizationType'] !== 'JWT')
      .map(([, route]) => route.Properties['RouteKey']);
    expect(open.toSorted()).toEqual([
      'GET /health',
      'GET /v1/contact-confirmation',
      'GET /v1/docs',
      'GET /v1/docs/{file}',
      'GET /v1/mail-preferences',
      'GET /v1/match-page',
      'GET /v1/match-page/{id}',
      'GET /v1/match-pages',
      'GET /v1/openapi.json',
      'GET /v1/proof-keys',
      'GET /v1/public-statistics',
      'GET /v1/sign-in',
      'GET /v1/sign-in/return',
      'GET /v1/statistics-page',
      'GET /v1/unsubscribe',
      'POST /v1/contact-confirmation',
      'POST /v1/mail-preferences',
      'POST /v1/sign-out',
      'POST /v1/unsubscribe',
    ]);
  });

  it('lets no page of another origin call it unless the zone names it', () => {
    for (const [, api] of resourcesOf('AWS::ApiGatewayV2::Api')) {
      expect(api.Properties).not.toHaveProperty('CorsConfiguration');
    }
  });

  it('lets operators alone put and read any organization, read and decide reviews, suspend listings, mend queues and the record, and say which addresses bounce', () => {
    const operatorRoutes = resourcesOf('AWS::ApiGatewayV2::Route')
      .filter(([, route]) => JSON.stringify(route.Properties['AuthorizationScopes']) === '["operator"]')
      .map(([, route]) => route.Properties['RouteKey']);
    expect(operatorRoutes.toSorted()).toEqual([
      'DELETE /v1/demands/{id}/suspension',
      'DELETE /v1/offers/{id}/suspension',
      'DELETE /v1/organizations/{id}/suspension',
      'DELETE /v1/stopped-addresses/{contact}',
      'GET /v1/audit',
      'GET /v1/organizations/{id}',
      'GET /v1/organizations/{id}/export',
      'GET /v1/organizations/{id}/invitations',
      'GET /v1/parked-messages',
      'GET /v1/reconciliations/{id}',
      'GET /v1/replays/{id}',
      'GET /v1/reviews',
      'GET /v1/reviews/{id}',
      'GET /v1/statistics',
      'GET /v1/statistics/unmet-demand',
      'GET /v1/stopped-addresses',
      'POST /v1/bounces',
      'POST /v1/organizations/{id}/deletion',
      'POST /v1/parked-messages/deletion',
      'POST /v1/parked-messages/redrive',
      'POST /v1/reconciliations',
      'POST /v1/replays',
      'POST /v1/reviews/{id}',
      'PUT /v1/demands/{id}/suspension',
      'PUT /v1/offers/{id}/suspension',
      'PUT /v1/organizations/{id}',
      'PUT /v1/organizations/{id}/suspension',
    ]);
  });

  it('lets the Lambda behind suspensions write listings, their candidate rows and their number, and nothing else', () => {
    const own = statements.filter(({ id }) => id.startsWith('IntakeSuspendListingRole'));
    const onTables = own.filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')));
    expect(onTables.map(({ actions, resources }) => [JSON.stringify(resources), actions])).toEqual([
      [expect.stringContaining('StorageUsage'), ['dynamodb:UpdateItem']],
      [expect.stringContaining('StorageListings'), ['dynamodb:GetItem', 'dynamodb:PutItem']],
      [expect.stringContaining('StorageCandidates'), ['dynamodb:DeleteItem', 'dynamodb:PutItem']],
      [expect.stringContaining('StorageAudit'), ['dynamodb:PutItem']],
    ]);
  });

  it('takes tokens of the issuer and audience that the parameters name', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: { Ref: 'OidcIssuer' }, Audience: [{ Ref: 'OidcAudience' }] },
    });
  });

  it('bounds the rate of requests', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: Match.anyValue(), ThrottlingBurstLimit: Match.anyValue() },
    });
  });
});

describe('what is on record', () => {
  it('outlives the stack, is guarded against deletion and can be recovered to any second', () => {
    const tables = template.findResources('AWS::DynamoDB::Table');
    expect(Object.keys(tables)).toHaveLength(14);
    template.allResources('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    });
  });

  it('forgets idempotency keys by itself', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });
});

describe('the stacks', () => {
  it('each leave room below what CloudFormation takes, 500 resources', () => {
    expect(stacks).toHaveLength(4);
    for (const { name, types } of stacks) expect(types.length, name).toBeLessThan(400);
  });

  it('keep in one, in which no code runs, what would be lost with it', () => {
    const kept = /^AWS::(DynamoDB::Table|KMS::Key|SecretsManager::Secret|SNS::Topic)$/;
    const keeping = stacks.filter(({ types }) => types.some((type) => kept.test(type)));
    expect(keeping.map(({ name }) => name)).toEqual(['zonematch-cn-bj-data-pilot-data']);
    expect(keeping[0]?.types.filter((type) => type.startsWith('AWS::Lambda::'))).toEqual([]);
  });

  it('are all deployed by deploying the one that has the name of the zone', () => {
    const [last] = stacks.filter(({ name }) => !stacks.some(({ dependsOn }) => dependsOn.includes(name)));
    expect(last?.name).toBe('zonematch-cn-bj-data-pilot');
  });
});

describe('the dashboard', () => {
  it.each([
    'PostToMatch',
    'PostToMail',
    'ListingsOpen',
    'MatchesOpened',
    'AddressesStopped',
    'ApproximateAgeOfOldestMessage',
    'ApproximateNumberOfMessagesVisible',
    'ConsumedReadCapacityUnits',
  ])('shows %s', (metric) => {
    const [[, dashboard] = expect.fail('there is none')] = resourcesOf('AWS::CloudWatch::Dashboard');
    expect(JSON.stringify(dashboard.Properties['DashboardBody'])).toContain(metric);
  });

  it.each(['MailLate', 'OldestMailLate'])('has an alarm beside it on mail that is late: %s', (name) => {
    const alarms = resourcesOf('AWS::CloudWatch::Alarm').filter(
      ([, { Properties }]) => Properties['MetricName'] === name,
    );
    expect(alarms.map(([, { Properties }]) => [Properties['Statistic'], Properties['Threshold']])).toEqual([
      ['Maximum', 1800],
    ]);
  });
});

describe('messages', () => {
  it('have a dead-letter queue behind every queue and every stream, and an alarm on each of those', () => {
    const queues = resourcesOf('AWS::SQS::Queue');
    const deadLetters = queues.filter(([, queue]) => queue.Properties['RedrivePolicy'] === undefined);
    const alarms = resourcesOf('AWS::CloudWatch::Alarm');
    expect(deadLetters).toHaveLength(12);
    for (const [id] of deadLetters) {
      const watching = alarms.filter(
        ([, alarm]) =>
          alarm.Properties['MetricName'] === 'ApproximateNumberOfMessagesVisible' &&
          JSON.stringify(alarm.Properties['Dimensions']).includes(id),
      );
      expect(watching, id).toHaveLength(1);
    }
  });

  it.each([
    'RecordDifferences',
    'MailsRefused',
    'DueMailFailed',
    'DueMailLeft',
    'AddressesStopped',
    'Complaints',
  ] as const)('that something went wrong are told to the operator: %s', (name) => {
    const alarms = resourcesOf('AWS::CloudWatch::Alarm').filter(([, alarm]) => alarm.Properties['MetricName'] === name);
    expect(alarms.map(([, { Properties }]) => [Properties['Namespace'], Properties['Dimensions']])).toEqual([
      ['Zonematch', [{ Name: 'zone', Value: 'cn-bj-data-pilot' }]],
    ]);
    const embedded: readonly string[] = Object.values(lineMetrics).flatMap((all) => all.map(({ metric }) => metric));
    expect(embedded).toContain(name);
  });

  it('have alarms that each name a section of the runbook', () => {
    const runbook = readFileSync('docs/runbook.md', 'utf8');
    const sections = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    );
    for (const [id, alarm] of resourcesOf('AWS::CloudWatch::Alarm')) {
      const [, section] = String(alarm.Properties['AlarmDescription']).split('docs/runbook.md#');
      expect(sections, id).toContain(section);
      expect(alarm.Properties['AlarmDescription'], id).toMatch(/^\[(urgent|soon)\] .+[.] See docs/);
    }
  });

  it('are handed on one by one: every mapping reports which of its batch failed', () => {
    const mappings = resourcesOf('AWS::Lambda::EventSourceMapping');
    expect(mappings).toHaveLength(12);
    template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('of a stream are split until the bad one stands alone, which is parked', () => {
    const streams = resourcesOf('AWS::Lambda::EventSourceMapping').filter(([, mapping]) =>
      JSON.stringify(mapping.Properties['EventSourceArn']).includes('StreamArn'),
    );
    expect(streams).toHaveLength(5);
    for (const [, mapping] of streams) {
      expect(mapping.Properties).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 10 });
      expect(mapping.Properties['DestinationConfig']).toHaveProperty('OnFailure.Destination');
    }
  });

  it('stay hidden six times as long as their reader may take', () => {
    const timeouts = new Map(
      resourcesOf('AWS::Lambda::Function').map(([id, fn]) => [id, z.number().parse(fn.Properties['Timeout'])]),
    );
    const queues = new Map(resourcesOf('AWS::SQS::Queue'));
    const Mapping = z.object({
      EventSourceArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
      FunctionName: z.unknown(),
    });
    const aliases = new Map(
      resourcesOf('AWS::Lambda::Alias').map(([id, { Properties }]) => [
        id,
        z.object({ FunctionName: z.object({ Ref: z.string() }) }).parse(Properties).FunctionName.Ref,
      ]),
    );
    const readerOf = (name: unknown): string =>
      [...aliases].find(([alias]) => JSON.stringify(name).includes(`"${alias}"`))?.[1] ?? '';
    let checked = 0;
    for (const [, mapping] of resourcesOf('AWS::Lambda::EventSourceMapping')) {
      const { EventSourceArn, FunctionName } = Mapping.parse(mapping.Properties);
      const queue = queues.get(EventSourceArn['Fn::GetAtt'][0]);
      if (!queue) continue;
      checked++;
      expect(queue.Properties['VisibilityTimeout']).toBe((timeouts.get(readerOf(FunctionName)) ?? 0) * 6);
    }
    expect(checked).toBe(7);
  });
});

describe('Lambdas', () => {
  it('that somebody or something waits for are handed over bit by bit, and back where their alarm is raised', () => {
    const groups = new Map(resourcesOf('AWS::CodeDeploy::DeploymentGroup'));
    const Handed = z.object({
      UpdatePolicy: z.object({
        CodeDeployLambdaAliasUpdate: z.object({ DeploymentGroupName: z.object({ Ref: z.string() }) }),
      }),
    });
    const aliases = Object.entries(template.findResources('AWS::Lambda::Alias'));
    const called = [
      ...resourcesOf('AWS::ApiGatewayV2::Integration').map(([, { Properties }]) => Properties['IntegrationUri']),
      ...resourcesOf('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties['FunctionName']),
    ];
    expect(called.length).toBeGreaterThan(40);
    for (const target of called) {
      const [id, alias] =
        aliases.find(([name]) => JSON.stringify(target).includes(`"${name}"`)) ?? expect.fail(JSON.stringify(target));
      const { DeploymentGroupName } = Handed.parse(alias).UpdatePolicy.CodeDeployLambdaAliasUpdate;
      expect(groups.get(DeploymentGroupName.Ref)?.Properties, id).toMatchObject({
        DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
        AlarmConfiguration: { Enabled: true, Alarms: [{ Name: { Ref: expect.stringMatching(/Errors\w{8}$/) } }] },
        AutoRollbackConfiguration: { Enabled: true, Events: expect.arrayContaining(['DEPLOYMENT_STOP_ON_ALARM']) },
      });
    }
  });

  it('run Node 24 on arm64, each with a log group and a role of its own', () => {
    const functions = resourcesOf('AWS::Lambda::Function');
    expect(functions.length).toBeGreaterThan(25);
    template.allResourcesProperties('AWS::Lambda::Function', { Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    const roles = functions.map(([, fn]) => JSON.stringify(fn.Properties['Role']));
    const logs = functions.map(([, fn]) => JSON.stringify(fn.Properties['LoggingConfig']));
    expect(new Set(roles).size).toBe(functions.length);
    expect(new Set(logs).size).toBe(functions.length);
  });

  it('add to the audit record, and may neither change nor remove what stands there', () => {
    const onAudit = statements.filter(({ resources }) => JSON.stringify(resources).includes('StorageAudit'));
    expect(onAudit.length).toBeGreaterThan(5);
    const actions = new Set(onAudit.flatMap((statement) => statement.actions));
    expect([...actions].toSorted()).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
  });

  it('are handed over to new versions by whoever knows them by so much of their names as CloudFormation leaves', () => {
    const handing = statements.filter(({ actions }) => actions.includes('lambda:UpdateAlias'));
    expect(handing).toHaveLength(3);
    for (const { resources } of handing) {
      // Of a stack whose name is longer than 24 characters no Lambda has to have more of it in its own.
      const [, begin = ''] = /:function:([^"]+)[*]"/.exec(JSON.stringify(resources)) ?? [];
      expect(begin).toMatch(/^zonematch-cn-bj-data-pil?/);
      expect(begin.length).toBeLessThanOrEqual(24);
    }
  });

  it('raise an alarm not only where they break off, but where they answer that they could not do it', () => {
    const alarms = resourcesOf('AWS::CloudWatch::Alarm').filter(([id]) => /Errors[0-9A-F]{8}$/.test(id));
    const watched = alarms.flatMap(([, { Properties }]) =>
      [...JSON.stringify(Properties).matchAll(/"Name":"service","Value":"([a-z-]+)"/g)].map(([, service]) => service),
    );
    expect(new Set(watched).size).toBe(resourcesOf('AWS::Lambda::Function').length);
  });

  it('may do nothing to everything: no action and no resource is a wildcard', () => {
    expect(statements.length).toBeGreaterThan(20);
    for (const { actions, resources } of statements) {
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      // IAM knows no single stream to list.
      const everywhere = resources.includes('*') ? actions : [];
      expect(everywhere.filter((action) => action !== 'dynamodb:ListStreams')).toEqual([]);
    }
  });

  it('that make or read the links of mails read the signing key, and the one that rotates it alone may change it', () => {
    const onKey = statements.filter(({ resources }) => JSON.stringify(resources).includes('SigningKeysKey'));
    const allowed = onKey.map(({ id, actions }) => [/(\w+?)Role/.exec(id)?.[1], actions.toSorted()] as const);
    const read = ['secretsmanager:GetSecretValue'];
    expect(Object.fromEntries(allowed)).toEqual({
      IntakeConfirmContact: read,
      IntakeKeepPreferences: read,
      IntakeTakeBounce: read,
      IntakeShowMatches: read,
      IntakeShowStatistics: read,
      IntakeSignIn: read,
      NotificationInvitationsInviteContacts: read,
      NotificationNotifyMatch: read,
      NotificationSendDigests: read,
      NotificationWeeklyMailSendWeeklyMail: read,
      SigningKeysRotateSigningKey: [
        'secretsmanager:DescribeSecret',
        ...read,
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
    });
  });

  it('that put listings into the index for matching end before a warm matcher believes that it knows of all of them', () => {
    const writing = statements.filter(
      ({ actions, resources }) =>
        actions.includes('dynamodb:PutItem') && JSON.stringify(resources).includes('StorageCandidates'),
    );
    const seconds = writing.map(({ id }) => {
      const name = /(\w+?)Role/.exec(id)?.[1] ?? expect.fail(id);
      const [, found] = resourcesOf('AWS::Lambda::Function').find(([one]) => one.startsWith(name)) ?? expect.fail(name);
      return [name, Number(found.Properties['Timeout'])] as const;
    });
    // These take out alone, or say again what stands there; nobody sends a version for longer than `sendingMs`.
    const listingNothing = ['MatchingExpireListings', 'MigrationMigrateRows', 'OperationDeleteOrganization'];
    expect(seconds.map(([name]) => name).toSorted()).toEqual([
      'IntakePublishDemand',
      'IntakePublishOffer',
      'IntakeReviseListing',
      'IntakeSuspendListing',
      'IntakeWithdrawListing',
      ...listingNothing,
    ]);
    for (const [name, timeout] of seconds)
      if (!listingNothing.includes(name)) expect(timeout * 1000, name).toBeLessThan(slowestWriteMs);
    expect(sendingMs).toBeLessThan(slowestWriteMs);
  });

  it('never scan a table, but for those that compare all of it with the judge, and those that count or rewrite it', () => {
    const scanning = statements.filter(({ actions }) => actions.includes('dynamodb:Scan'));
    const scanned = scanning.flatMap(({ id, resources }) =>
      [...JSON.stringify(resources).matchAll(/Storage([A-Z][a-z]+)/g)].map(
        ([, table]) => `${/(\w+?)Role/.exec(id)?.[1]} ${table}`,
      ),
    );
    expect([...new Set(scanned)].toSorted()).toEqual([
      'MatchingReconcileMatches Matches',
      'MigrationMigrateRows Deliveries',
      'MigrationMigrateRows Listings',
      'OperationReplayEverything Matches',
      'StatisticsTakeStatistics Listings',
      'StatisticsTakeStatistics Matches',
      'StatisticsTakeStatistics Organizations',
    ]);
  });

  it('sign with a key that is made in Secrets Manager and rotated more seldom than a link lives', () => {
    template.hasResourceProperties('AWS::SecretsManager::RotationSchedule', {
      RotationRules: { AutomaticallyAfterDays: 32 },
      RotateImmediatelyOnUpdate: false,
    });
    template.hasResourceProperties('AWS::Lambda::Permission', { Principal: 'secretsmanager.amazonaws.com' });
  });
});

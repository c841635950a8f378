import { Activity } from './activity.ts';
import type { Capacity } from './capacity/capacity.ts';
import { makeCapacityStep } from './capacity/capacity-step.ts';
import { ZoneClock } from './clock.ts';
import { type Idleness, waitForIdle } from './control/idle.ts';
import { startControl } from './control/server.ts';
import { ZoneData } from './data/zone-data.ts';
import type { Caller } from './door/caller.ts';
import { type Step, startDoor } from './door/door.ts';
import { startDynamoDb } from './dynamodb/server.ts';
import { createTables } from './dynamodb/tables.ts';
import { makeFaultStep } from './faults/fault-step.ts';
import { Faults } from './faults/faults.ts';
import { Outages } from './faults/outages.ts';
import { readCrossOrigin } from './http/cors.ts';
import { startGateway } from './http/gateway.ts';
import { makeRoutes } from './http/routes.ts';
import { throttleOf } from './http/throttle.ts';
import { checkInvocations } from './iam/check-invocations.ts';
import { makeGateStep } from './iam/gate-step.ts';
import { Permissions } from './iam/permissions.ts';
import { nameRoles } from './iam/policies.ts';
import { startIssuer } from './identity/issuer.ts';
import { tokenForm } from './identity/token-form.ts';
import { nameAliases } from './lambda/aliases.ts';
import { LocalFunction, type LocalLog } from './lambda/local-function.ts';
import { startCarriers } from './mail/carriers.ts';
import { startMailbox } from './mail/mailbox.ts';
import { Metrics } from './metrics/metrics.ts';
import { readRotations } from './schedule/rotations.ts';
import { Schedules } from './schedule/schedules.ts';
import { EventBuses } from './services/event-buses.ts';
import { nameRules } from './services/event-rules.ts';
import { startJsonServices } from './services/json-services.ts';
import { Secrets } from './services/secrets.ts';
import { startEventSources } from './sources/event-sources.ts';
import { redrive } from './sources/redrive.ts';
import { Queues } from './sqs/queues.ts';
import { startSqs } from './sqs/server.ts';
import type { Stoppable } from './stoppable.ts';
import { readAssembly } from './template/assembly.ts';
import { checkResourceTypes, nameWithoutCounterpart } from './template/resource-types.ts';
import { Stack } from './template/stack.ts';

export type ZoneOptions = {
  /** The folder that CDK synthesized into. */
  readonly assembly: string;
  /** The API's port; 0 or nothing takes a free one. */
  readonly port?: number;
  /** A folder that keeps what the zone has from one run to the next. Without one it begins empty. */
  readonly data?: string;
  /** Whether calls of Lambdas can be made to go wrong, by a plan that the control address is given; or that plan. */
  readonly faults?: boolean | Faults;
  /** Where what its Lambdas consume of DynamoDB is added up; nowhere where nothing is said. */
  readonly capacity?: Capacity;
  /** The time that its Lambdas are told; the machine's where nothing is said. */
  readonly clock?: ZoneClock;
  readonly onLog?: (line: LocalLog) => void;
  readonly onProgress?: (sentence: string) => void;
};

/** A zone that runs on this machine, and where to reach it. */
export type LocalZone = Stoppable & {
  readonly stackName: string;
  readonly region: string;
  readonly api: string;
  readonly mailbox: string;
  readonly tokenEndpoint: string;
  readonly issuer: string;
  readonly control: string;
  readonly endpoints: { readonly dynamodb: string; readonly sqs: string; readonly services: string };
  /** Where Lambdas reach the services: each call is judged by the role of the Lambda that signed it. */
  readonly doors: { readonly dynamodb: string; readonly sqs: string; readonly services: string; readonly ses?: string };
  idle(timeoutSeconds: number): Promise<boolean>;
  /** Begins to sample what its Lambdas do; answers how to end it: with a profile, as V8 writes it, of each environment. */
  profileLambdas(): Promise<() => Promise<readonly string[]>>;
};

/** Where calls are made to fail, nothing waits longer: what failed would come again after minutes. */
const mostSecondsOfWaiting = 1;

/** On this machine nobody waits for minutes until what was found is mailed: what comes in one batch is collected. */
const secondsOfCollecting = 0;

/** Stops what was started, the last first; a failure of one keeps none of the others running. */
function makeStopper() {
  const started: Stoppable[] = [];
  let stopped: Promise<void> | undefined;
  async function stopAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const one of started.splice(0).toReversed()) await one.stop().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be stopped');
  }
  return {
    keep<T extends Stoppable>(one: T): T {
      started.push(one);
      return one;
    },
    stop(): Promise<void> {
      stopped ??= stopAll();
      return stopped;
    },
  };
}

/**
 * Runs a synthesized zone on this machine, from its template and bundles alone. Throws LocalFailure with a sentence where
 * the template has something that cannot be run here; then nothing is left running.
 */
export async function startZone(options: ZoneOptions): Promise<LocalZone> {
  const { keep, stop } = makeStopper();
  try {
    return await start(options, keep, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  {
    assembly: folder,
    port = 0,
    data: dataFolder,
    faults: failing = false,
    capacity,
    clock = new ZoneClock(),
    onLog = () => undefined,
    onProgress = () => undefined,
  }: ZoneOptions,
  keep: <T extends Stoppable>(one: T) => T,
  stop: () => Promise<void>,
): Promise<LocalZone> {
  const assembly = readAssembly(folder);
  checkResourceTypes(assembly.template);
  const activity = new Activity();

  const data = dataFolder === undefined ? undefined : keep(ZoneData.open(dataFolder, assembly.stackName));
  if (data) clock.continueFrom(data.aheadMs, (aheadMs) => data.save({ aheadMs }));
  onProgress('Starting DynamoDB Local, SQS, the identity provider and the API.');
  const onPort = <T extends { readonly address: string }>(
    name: string,
    first: number,
    begin: (port: number) => Promise<T>,
  ) => (data ? data.onKeptPort(name, first, begin) : begin(first));
  const parameters = new Map<string, string>();
  const stack = new Stack(assembly, parameters);
  nameWithoutCounterpart(stack);
  nameRoles(stack);
  const starting = [
    startDynamoDb(data?.subfolder('dynamodb')).then(keep),
    startSqs(assembly.region, data?.subfolder('sqs')).then(keep),
    onPort('issuer', 0, (kept) => startIssuer(() => tokenForm(stack), kept, data?.issuerKeys)).then(keep),
    onPort('api', port, (wanted) => startGateway(wanted, activity)).then(keep),
  ] as const;
  // Where one cannot start, the others are stopped only once they have: nothing is left running.
  await Promise.allSettled(starting);
  const [dynamoDb, sqs, issuer, gateway] = await Promise.all(starting);
  const secrets = new Secrets(stack, data?.secrets, (kept) => data?.save({ secrets: kept }));
  data?.save({ issuerKeys: issuer.keys });
  const mailFolder = data?.subfolder('mail');
  const mailbox = keep(await onPort('mailbox', 0, (kept) => startMailbox(kept, mailFolder)));
  // Parameters, as anyone who deploys the template may set them: what differs by place.
  parameters.set('OidcIssuer', issuer.url);
  parameters.set('CollectSeconds', String(secondsOfCollecting));
  const { smtp, ses } = await startCarriers({ stack, parameters, secrets, mailbox, keep });

  const faults = failing === true ? new Faults() : failing || undefined;
  const functions: LocalFunction[] = [];
  const kill = async ({ lambda, environment }: Caller): Promise<void> =>
    functions.find(({ id }) => id === lambda)?.kill(environment);
  const permissions = new Permissions(stack);
  const steps = [makeGateStep(stack, permissions), ...(faults ? [makeFaultStep({ faults, kill })] : [])];
  const reached = async (upstream: string, more: readonly Step[] = []): Promise<string> =>
    keep(await startDoor({ upstream, steps: [...steps, ...more] })).address;
  onProgress('Making tables and queues.');
  await createTables(stack, dynamoDb.endpoint);
  const sqsReached = await reached(sqs.endpoint);
  const queues = await Queues.create(stack, { endpoint: sqs.endpoint, reached: sqsReached });
  nameRules(stack);
  const buses = new EventBuses(stack, (arn, event) => queues.put(arn, event));
  const services = keep(await startJsonServices(new Map([...secrets.operations, ...buses.operations])));
  for (const { id } of stack.ofType('AWS::ApiGatewayV2::Api')) {
    stack.know(id, id, { ApiEndpoint: gateway.address, ApiId: id });
  }
  for (const { id } of stack.ofType('AWS::ApiGatewayV2::Authorizer', 'AWS::ApiGatewayV2::Integration'))
    stack.know(id, id);

  const metrics = new Metrics();
  const keepLog = (log: LocalLog): void => {
    metrics.count(log);
    onLog(log);
  };
  const dynamoDbReached = await reached(dynamoDb.endpoint, capacity ? [makeCapacityStep(capacity)] : []);
  const servicesReached = await reached(services.endpoint);
  const sesReached = ses && (await reached(ses.endpoint));
  const endpoints = {
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDbReached,
    AWS_ENDPOINT_URL_SQS: sqsReached,
    AWS_ENDPOINT_URL_EVENTBRIDGE: servicesReached,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: servicesReached,
    ...(sesReached !== undefined && { AWS_ENDPOINT_URL_SESV2: sesReached }),
  };
  for (const resource of stack.ofType('AWS::Lambda::Function')) {
    functions.push(keep(new LocalFunction(stack, resource, { activity, clock, endpoints, onLog: keepLog })));
  }
  nameAliases(stack, functions);
  for (const lambda of functions) lambda.check();
  const routes = makeRoutes(stack, functions);
  await checkInvocations({ stack, functions, permissions });
  gateway.serve(routes, { hasRoom: throttleOf(stack), crossOrigin: readCrossOrigin(stack) });
  const sources = startEventSources({
    stack,
    functions,
    queues,
    dynamoDb: dynamoDb.endpoint,
    activity,
    mostWaitSeconds: faults && mostSecondsOfWaiting,
    tell: onProgress,
    data,
  }).map(keep);
  const rotations = readRotations(stack, functions, secrets);
  const schedules = keep(new Schedules(stack, functions, rotations));
  const idle = (timeoutSeconds: number): Promise<Idleness> =>
    waitForIdle({ activity, queues, sources }, timeoutSeconds);
  // DynamoDB Local that keeps nothing would come back empty.
  const outages = faults && data && keep(new Outages({ dynamoDb, mail: smtp, activity }));
  const control = keep(
    await onPort('control', 0, (kept) =>
      startControl(
        {
          idle,
          clock,
          buses,
          schedules,
          queues,
          metrics,
          faults,
          outages,
          permissions,
          redrive: () => activity.during('redrive', () => redrive(queues, sources)),
        },
        kept,
      ),
    ),
  );

  return {
    stackName: stack.name,
    region: stack.region,
    api: gateway.address,
    mailbox: mailbox.address,
    tokenEndpoint: issuer.tokenEndpoint,
    issuer: issuer.url,
    control: control.address,
    endpoints: { dynamodb: dynamoDb.endpoint, sqs: sqs.endpoint, services: services.endpoint },
    doors: {
      dynamodb: dynamoDbReached,
      sqs: sqsReached,
      services: servicesReached,
      ...(sesReached !== undefined && { ses: sesReached }),
    },
    idle: async (timeoutSeconds) => (await idle(timeoutSeconds)).idle,
    async profileLambdas() {
      const ends = await Promise.all(functions.map((lambda) => lambda.profile()));
      return async () => (await Promise.all(ends.map((end) => end()))).flat();
    },
    stop,
  };
}

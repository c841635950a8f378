import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { ZoneClock } from '../clock.ts';
import { accessKeyOf } from '../door/caller.ts';
import { LocalFailure } from '../local-failure.ts';
import type { Resource, Stack } from '../template/stack.ts';
import { ExecutionEnvironment, type InvocationResult } from './environment.ts';

/** Numbers within Lambda's own limits (AWS Lambda API reference, "CreateFunction"). */
const FunctionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Timeout: z.coerce.number().int().min(1).max(900).default(3),
  MemorySize: z.coerce.number().int().min(128).max(10_240).default(128),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
});
type FunctionProperties = z.infer<typeof FunctionProperties>;

/** A line that a Lambda wrote. */
export type LocalLog = { readonly functionName: string; readonly line: string };

type Surroundings = {
  readonly clock: ZoneClock;
  readonly activity: Activity;
  /** Addresses of the services on this machine, as the variables that the SDK reads them from. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly onLog: (line: LocalLog) => void;
};

/** How many environments a Lambda has at the most, unless it reserves its own number: this is one machine. */
const mostEnvironments = 4;

/** The file of a bundle that has the handler, such as `index.mjs` for `index.handler`. */
function bundleIn(folder: string, handler: string): string | undefined {
  const [file = ''] = handler.split('.');
  return ['.mjs', '.js', '.cjs'].map((ending) => join(folder, `${file}${ending}`)).find(existsSync);
}

/** A Lambda of the template: the bundle that CDK would upload, in as many environments as run at once. */
export class LocalFunction {
  readonly id: string;
  readonly name: string;
  private readonly stack: Stack;
  private readonly surroundings: Surroundings;
  private readonly resource: Resource;
  private settings: FunctionProperties | undefined;
  private readonly idle: ExecutionEnvironment[] = [];
  private readonly environments = new Map<string, ExecutionEnvironment>();
  private opened = 0;
  private readonly aliases = new Set<string>();
  private stopped = false;
  private readonly waiting: (() => void)[] = [];

  constructor(stack: Stack, resource: Resource, surroundings: Surroundings) {
    this.id = resource.id;
    this.name = stack.physicalName(resource.id);
    this.stack = stack;
    this.resource = resource;
    this.surroundings = surroundings;
    stack.know(resource.id, this.name, { Arn: this.arn });
  }

  get arn(): string {
    return this.stack.arn('lambda', `function:${this.name}`);
  }

  /** From now on it is known by this alias, too. */
  addAlias(alias: string): void {
    this.aliases.add(alias);
  }

  /** Whether a name or an ARN, with one of its aliases or without, means this Lambda. */
  isNamed(reference: string): boolean {
    const named = [this.name, this.arn];
    return (
      named.includes(reference) ||
      [...this.aliases].some((alias) => named.some((one) => `${one}:${alias}` === reference))
    );
  }

  /** Throws LocalFailure where the Lambda could not run; for when every resource that it may name is known. */
  check(): void {
    this.bundle();
  }

  /** Runs the Lambda with an event; its own errors and time-outs are results. */
  invoke(event: unknown): Promise<InvocationResult> {
    return this.surroundings.activity.during(`Lambda ${this.id}`, async () => {
      const environment = await this.take();
      if (!environment) return { error: { errorType: 'Runtime.ExitError', errorMessage: 'the zone is stopping' } };
      const timeoutMs = this.properties.Timeout * 1000;
      const result = await environment.invoke({ event, context: this.context(), timeoutMs });
      this.giveBack(environment);
      if ('error' in result)
        this.log(`ERROR ${result.error.errorType} ${result.error.trace ?? result.error.errorMessage}`);
      return result;
    });
  }

  /** Ends one environment at once; what it was doing fails as where Lambda itself ends one. */
  async kill(environment: string): Promise<void> {
    await this.environments.get(environment)?.stop();
  }

  /** Begins to sample what its environments do, those that there are now; answers how to end it, a profile of V8 each. */
  async profile(): Promise<() => Promise<readonly string[]>> {
    const open = [...this.environments.values()].filter(({ isUsable }) => isUsable);
    const ends = await Promise.all(open.map((environment) => environment.profile()));
    return async () => (await Promise.all(ends.map((end) => end()))).filter((profile) => profile !== undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const goOn of this.waiting.splice(0)) goOn();
    await Promise.all([...this.environments.values()].map((environment) => environment.stop()));
    this.environments.clear();
  }

  // Resolved at first use: by then every resource that a variable may name is known.
  private get properties(): FunctionProperties {
    this.settings ??= this.resource.read(FunctionProperties);
    return this.settings;
  }

  private bundle(): { readonly folder: string; readonly file: string } {
    const { Code, Handler } = this.properties;
    const folder = this.stack.assetFolder(Code.S3Key.replace(/\.zip$/, ''));
    const file = bundleIn(folder, Handler);
    if (file === undefined) throw new LocalFailure(`The bundle of ${this.id} has no file with its handler ${Handler}.`);
    return { folder, file };
  }

  private context() {
    return {
      awsRequestId: randomUUID(),
      functionName: this.name,
      invokedFunctionArn: this.arn,
      memoryLimitInMB: String(this.properties.MemorySize),
      logGroupName: `/local/${this.name}`,
      aheadMs: this.surroundings.clock.aheadMs,
    };
  }

  /** An environment that does nothing; undefined where the Lambda is stopped. */
  private async take(): Promise<ExecutionEnvironment | undefined> {
    if (this.stopped) return undefined;
    const free = this.idle.pop();
    if (free?.isUsable) return free;
    if (free) {
      // It ended while nobody used it: its place is another's.
      this.environments.delete(free.number);
      return this.take();
    }
    const most = this.properties.ReservedConcurrentExecutions ?? mostEnvironments;
    if (this.environments.size < most) return this.open();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.take();
  }

  private giveBack(environment: ExecutionEnvironment): void {
    if (environment.isUsable) this.idle.push(environment);
    else this.environments.delete(environment.number);
    this.waiting.shift()?.();
  }

  private open(): ExecutionEnvironment {
    const { Handler, MemorySize } = this.properties;
    const { folder, file } = this.bundle();
    const number = String(++this.opened);
    const environment = new ExecutionEnvironment({
      number,
      data: { bundle: file, handler: Handler.split('.').at(-1) ?? 'handler' },
      variables: this.variables(folder, number),
      memoryMiB: MemorySize,
      onLine: (line) => this.log(line),
    });
    this.environments.set(number, environment);
    return environment;
  }

  /** The Lambda's own variables and those that the runtime sets, and no other. */
  private variables(folder: string, environment: string): Record<string, string> {
    const { Environment, MemorySize, Handler } = this.properties;
    return {
      ...Environment?.Variables,
      ...this.surroundings.endpoints,
      AWS_REGION: this.stack.region,
      AWS_DEFAULT_REGION: this.stack.region,
      AWS_ACCESS_KEY_ID: accessKeyOf({ lambda: this.id, environment }),
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_LAMBDA_FUNCTION_NAME: this.name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: Handler,
      TZ: ':UTC',
    };
  }

  private log(line: string): void {
    if (line.trim()) this.surroundings.onLog({ functionName: this.name, line });
  }
}

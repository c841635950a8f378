/** What a worker is started with. */
export type WorkerData = { readonly bundle: string; readonly handler: string };

/** What an invocation is told of itself. */
type InvocationContext = {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly logGroupName: string;
  /** How far the zone's clock is ahead of the machine's, in milliseconds. */
  readonly aheadMs: number;
};

/** One event, and how long it may take. */
export type Invocation = { readonly event: unknown; readonly context: InvocationContext; readonly timeoutMs: number };

/** The event goes over as JSON, as Lambda's own does: what is undefined does not arrive. */
export type ToWorker = { readonly event: string; readonly context: InvocationContext; readonly deadline: number };

/** An invocation's error, as Lambda reports it. */
export type InvocationError = { readonly errorType: string; readonly errorMessage: string; readonly trace?: string };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly payload: unknown }
  | { readonly kind: 'error'; readonly error: InvocationError };

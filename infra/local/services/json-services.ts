import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { listenLocally } from '../listen.ts';
import type { Stoppable } from '../stoppable.ts';

/** An operation of an AWS service that speaks AWS JSON: its input to its output. Throws ServiceError. */
export type Operation = (input: unknown) => unknown;

/** An error as an AWS service answers it. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

function codeOf(error: unknown): string {
  if (error instanceof ServiceError) return error.code;
  if (error instanceof z.ZodError) return 'ValidationException';
  return error instanceof SyntaxError ? 'SerializationException' : 'InternalFailure';
}

/** Serves operations by their `X-Amz-Target`, such as `AWSEvents.PutEvents`. */
export async function startJsonServices(
  operations: ReadonlyMap<string, Operation>,
): Promise<Stoppable & { readonly endpoint: string }> {
  const server = createServer(async (request, response) => {
    const target = String(request.headers['x-amz-target'] ?? '');
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    try {
      const operation = operations.get(target);
      if (!operation) throw new ServiceError('UnknownOperationException', `no operation ${target} here`);
      response.end(JSON.stringify(operation(await json(request))));
    } catch (error) {
      response.statusCode = 400;
      response.end(JSON.stringify({ __type: codeOf(error), message: error instanceof Error ? error.message : '' }));
    }
  });
  const { address, stop } = await listenLocally(server, 0);
  return { endpoint: address, stop };
}

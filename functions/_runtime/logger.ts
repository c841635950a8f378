import { Logger } from '@aws-lambda-powertools/logger';

/** One structured logger a Lambda. It is given ids, counts and error codes; never contents, addresses or tokens. */
export function makeLogger(serviceName: string): Logger {
  return new Logger({ serviceName });
}

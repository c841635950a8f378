import type { Answer, Step } from '../door/door.ts';
import type { Stack } from '../template/stack.ts';
import { needsOf } from './needs.ts';
import type { Permissions } from './permissions.ts';

const isSqs = (operation: string): boolean => operation.startsWith('AmazonSQS.');
const isSes = (operation: string): boolean => operation.startsWith('POST /v2/email/');

/** An error as the service of the operation answers it; SQS has codes of its older protocol, in a header. */
function errorAnswer(operation: string, code: string, sqsCode: string, message: string): Answer {
  const version = isSqs(operation) || operation.startsWith('DynamoDB') ? '1.0' : '1.1';
  return {
    status: isSqs(operation) || isSes(operation) ? 403 : 400,
    headers: {
      'content-type': `application/x-amz-json-${version}`,
      ...(isSqs(operation) && { 'x-amzn-query-error': `${sqsCode};Sender` }),
    },
    body: Buffer.from(JSON.stringify({ __type: `com.amazon.coral.service#${code}`, message })),
  };
}

/** SQS tells its actions in small letters. */
const inWordsOf = (operation: string, sentence: string): string =>
  isSqs(operation) ? sentence.replaceAll(/sqs:\w+(?= on| action)/g, (action) => action.toLowerCase()) : sentence;

/** Lets a call pass where the role of the Lambda that signed it allows all that the call means to do, and nobody else's. */
export function makeGateStep(stack: Stack, permissions: Permissions): Step {
  return async ({ caller, operation, region, body }, next) => {
    const names = {
      // SES alone is called in another region than the zone's.
      arn: (service: string, resource: string) => stack.arn(service, resource, service === 'ses' ? region : undefined),
      queueArn: (name: string) => permissions.queueArn(name),
    };
    if (!caller || !permissions.knows(caller.lambda)) {
      const sentence = 'The security token included in the request is invalid.';
      return errorAnswer(operation, 'UnrecognizedClientException', 'InvalidClientTokenId', sentence);
    }
    const needs = needsOf(operation, body, names);
    const refusal = needs
      ? await permissions.refusal(caller.lambda, needs)
      : `The local zone does not know what ${operation} of this form needs, and so it allows it to nobody`;
    if (!needs || refusal !== undefined)
      return errorAnswer(operation, 'AccessDeniedException', 'AccessDenied', inWordsOf(operation, refusal ?? ''));
    const answer = await next(body);
    if (answer?.status === 200) permissions.note(caller.lambda, needs);
    return answer;
  };
}

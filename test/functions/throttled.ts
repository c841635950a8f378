import { SQSServiceException } from '@aws-sdk/client-sqs';

/** What the SDK throws once its own retries are used up. */
export function throttled(): SQSServiceException {
  return new SQSServiceException({
    name: 'ThrottlingException',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
    message: 'Rate exceeded',
  });
}

const none: readonly string[] = [];
const decrypt: readonly string[] = ['kms:Decrypt'];
const both: readonly string[] = ['kms:Decrypt', 'kms:GenerateDataKey'];

/**
 * What a service does with the key of an encrypted resource in its caller's name (Amazon SQS developer guide, "Key
 * management"; DynamoDB developer guide, "DynamoDB encryption at rest"; Secrets Manager user guide, "Secret encryption").
 */
const uses: Readonly<Record<string, readonly string[]>> = {
  'sqs:SendMessage': both,
  'sqs:ReceiveMessage': decrypt,
  'secretsmanager:GetSecretValue': decrypt,
  'secretsmanager:PutSecretValue': both,
  'dynamodb:DescribeStream': none,
  'dynamodb:DescribeTable': none,
  'dynamodb:GetShardIterator': none,
  'dynamodb:ListStreams': none,
};

/** The actions on the key that an action on what it encrypts needs. */
export const keyActions = (action: string): readonly string[] =>
  uses[action] ?? (action.startsWith('dynamodb:') ? decrypt : none);

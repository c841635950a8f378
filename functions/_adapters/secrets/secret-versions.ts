import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';

/** The versions of one secret, for whoever rotates it. */
export function makeSecretVersions(client: SecretsManagerClient, secretId: string) {
  return {
    /** Which stages each version is in. */
    async stages(): Promise<ReadonlyMap<string, readonly string[]>> {
      const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId: secretId }));
      return new Map(Object.entries(VersionIdsToStages));
    },

    /** What a version that is not in use yet holds; undefined where nothing was put there. */
    async pending(versionId: string): Promise<string | undefined> {
      try {
        const asked = { SecretId: secretId, VersionId: versionId, VersionStage: 'AWSPENDING' };
        return (await client.send(new GetSecretValueCommand(asked))).SecretString;
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return undefined;
        throw error;
      }
    },

    async putPending(versionId: string, value: string): Promise<void> {
      await client.send(
        new PutSecretValueCommand({
          SecretId: secretId,
          ClientRequestToken: versionId,
          SecretString: value,
          VersionStages: ['AWSPENDING'],
        }),
      );
    },

    /** Puts a version into use; the one before it becomes AWSPREVIOUS by itself. */
    async makeCurrent(versionId: string, before: string | undefined): Promise<void> {
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId: secretId,
          VersionStage: 'AWSCURRENT',
          MoveToVersionId: versionId,
          ...(before !== undefined && { RemoveFromVersionId: before }),
        }),
      );
    },
  };
}

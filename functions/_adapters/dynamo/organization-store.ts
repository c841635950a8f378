import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { OrganizationId } from '../../../domain/ids.ts';
import { Organization } from '../../../domain/organization/organization.ts';
import { batchGet } from './batch-get.ts';
import { shape } from './shape.ts';

const key = shape.organizations.partitionKey;

/** Organizations on DynamoDB. */
export function makeOrganizationStore(client: DynamoDBDocumentClient, table: string) {
  return {
    async get(id: OrganizationId): Promise<Organization | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { [key]: id }, ConsistentRead: true }),
      );
      return Item && Organization.parse(Item);
    },

    /** Those of the ids that have a record. */
    async getMany(ids: Iterable<OrganizationId>): Promise<ReadonlyMap<OrganizationId, Organization>> {
      const rows = await batchGet(
        client,
        table,
        [...new Set(ids)].map((id) => ({ [key]: id })),
      );
      const organizations = rows.map((row) => Organization.parse(row));
      return new Map(organizations.map((organization) => [organization.id, organization]));
    },

    /** Writes a record over the version that it was made from; false where somebody else was faster. */
    async put(organization: Organization): Promise<boolean> {
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: organization,
            ConditionExpression: `attribute_not_exists(${key}) OR version = :before`,
            ExpressionAttributeValues: { ':before': organization.version - 1 },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}

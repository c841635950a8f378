import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dayIn, daysAfter, Instant } from '../../domain/time.ts';
import { makeStatisticsWriter } from '../../functions/_adapters/dynamo/statistics-store.ts';
import { aDayOfFigures, aDayOfUnmetDemand, aMonthOfPublicFigures } from '../builders/figures.ts';
import type { ZoneUnderTest } from '../flow/zone.ts';
import { system } from '../stores/ids.ts';

const days = 30;

/** Has a zone know what was counted of thirty days, as if it were that old: days in a run make the charts. */
export async function keepStatistics({ zone }: ZoneUnderTest): Promise<void> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: zone.endpoints.dynamodb,
      region: zone.region,
      credentials: { accessKeyId: 'LOCALTEST', secretAccessKey: 'local' },
    }),
  );
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const writer = makeStatisticsWriter(client, TableNames.find((name) => name.includes('StorageStatistics')) ?? '');
  const today = dayIn('Asia/Shanghai', Instant.parse(new Date().toISOString()));
  for (let n = 0; n < days; n++) await writer.keepFigures(system, aDayOfFigures(daysAfter(today, n - days), n));
  await writer.keepUnmetDemand(system, aDayOfUnmetDemand(daysAfter(today, -1)));
  await writer.keepPublic(system, aMonthOfPublicFigures('2026-11'));
  client.destroy();
}

import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { DemandId, type MatchId, type OfferId, type OrganizationId } from '../../../domain/ids.ts';
import type { Match } from '../../../domain/match/match.ts';
import type { ReviewState } from '../../../domain/match/review.ts';
import { makeCursor, type Page, type PageRequest } from './cursor.ts';
import { makeRank, rankAfter, rankBound } from './keys.ts';
import { parseMatchRow } from './match-rows.ts';
import { queryPage, scanAll } from './query.ts';
import { shape } from './shape.ts';

const { partitionKey: key, indexes } = shape.matches;

/** Which list of matches. Each names who asks, and only rows that this reader may see stand in the indexes behind it. */
export type MatchList =
  | { readonly as: 'reviewer'; readonly state: ReviewState }
  | {
      readonly as: 'member';
      readonly organization: OrganizationId;
      readonly role?: 'buyer' | 'supplier';
      readonly demand?: DemandId;
      readonly offer?: OfferId;
    };

type Place = { readonly index: 'byBuyer' | 'bySupplier' | 'byReview'; readonly partition: string };

function placesOf(list: MatchList): readonly Place[] {
  if (list.as === 'reviewer') return [{ index: 'byReview', partition: list.state }];
  const asBuyer: Place = { index: 'byBuyer', partition: list.organization };
  const asSupplier: Place = { index: 'bySupplier', partition: list.organization };
  if (list.role === undefined) return [asBuyer, asSupplier];
  return [list.role === 'buyer' ? asBuyer : asSupplier];
}

const wanted = (list: MatchList, match: Match): boolean =>
  list.as === 'reviewer' ||
  ((list.demand === undefined || match.demandId === list.demand) &&
    (list.offer === undefined || match.offerId === list.offer));

const rankOf = (match: Match): string => makeRank(match.score, match.id);

/** Reads matches for people. */
export function makeMatchReader(client: DynamoDBDocumentClient, table: string) {
  async function firstOf(place: Place, list: MatchList, limit: number, range: { from: string; to: string }) {
    const { partitionKey, sortKey } = indexes[place.index];
    const { rows } = await queryPage(
      client,
      {
        TableName: table,
        IndexName: place.index,
        KeyConditionExpression: '#partition = :partition AND #rank BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#partition': partitionKey, '#rank': sortKey },
        ExpressionAttributeValues: { ':partition': place.partition, ':from': range.from, ':to': range.to },
      },
      limit,
      (row) => wanted(list, parseMatchRow(row)),
    );
    return rows.map(parseMatchRow);
  }

  return {
    async get(id: MatchId): Promise<Match | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { [key]: id }, ConsistentRead: true }),
      );
      return Item && parseMatchRow(Item);
    },

    /** The demand of every open match, near ones too; one that has several comes as often. */
    async *demandsOfOpen(): AsyncGenerator<DemandId> {
      const rows = scanAll(client, {
        TableName: table,
        ProjectionExpression: 'demandId',
        FilterExpression: '#status = :open',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':open': 'open' },
      });
      for await (const row of rows) yield DemandId.parse(row['demandId']);
    },

    /** A page of open matches with at least `minScore`, best first. */
    async page(list: MatchList, request: PageRequest & { readonly minScore: number }): Promise<Page<Match>> {
      const range = { from: rankAfter(request.after?.sortKey), to: rankBound(request.minScore) };
      if (range.from > range.to) return { items: [] };
      const sides = placesOf(list).map((place) => firstOf(place, list, request.limit + 1, range));
      const found = (await Promise.all(sides)).flat().toSorted((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
      const items = found.slice(0, request.limit);
      const last = found.length > request.limit ? items.at(-1) : undefined;
      return { items, ...(last && { nextCursor: makeCursor(rankOf(last), last.id) }) };
    },
  };
}

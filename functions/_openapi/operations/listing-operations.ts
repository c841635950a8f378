import * as z from 'zod';
import { DemandId, OfferId } from '../../../domain/ids.ts';
import { ListingQuery } from '../../_requests/listing-query.ts';
import { PublishHeaders } from '../../_requests/publish-headers.ts';
import * as listings from '../examples/listings.ts';
import { demandPreview, nearMatches, offerPreview } from '../examples/matches.ts';
import type { Answer, Operation } from '../operation.ts';

const kinds = {
  offer: {
    plural: 'offers',
    zh: '供给',
    name: 'Offer',
    id: OfferId,
    input: listings.offerInput,
    output: listings.offer,
    written: { body: 'Offer', example: listings.offer },
    preview: offerPreview,
  },
  demand: {
    plural: 'demands',
    zh: '需求',
    name: 'Demand',
    id: DemandId,
    input: listings.demandInput,
    output: listings.demand,
    written: { body: 'DemandPosted', example: { ...listings.demand, tooBroad: null } },
    preview: demandPreview,
  },
} as const;

const suspended: Answer = {
  status: 200,
  means: { zh: '条目现在的状态。', en: 'The listing as it stands now.' },
  body: 'SuspensionAnswer',
  example: listings.suspension,
  headers: ['ETag'],
};

function operationsOf(kind: 'offer' | 'demand'): readonly Operation[] {
  const { plural, zh, name, id, input, output, written, preview } = kinds[kind];
  const path = `/v1/${plural}`;
  const tag = `${name}s`;
  const pathParameters = z.strictObject({ id });
  const read: Answer = {
    status: 200,
    means: { zh: `该${zh}。`, en: `The ${kind}.` },
    body: name,
    example: output,
    headers: ['ETag'],
  };
  return [
    {
      method: 'POST',
      path,
      access: 'member',
      id: `publish${name}`,
      tag,
      summary: { zh: `发布${zh}`, en: `Publish ${kind === 'offer' ? 'an offer' : 'a demand'}` },
      headers: PublishHeaders,
      body: `${name}Input`,
      bodyExample: input,
      answers: [{ ...read, ...written, status: 201, headers: ['ETag', 'Location'] }],
      counted: 'standing',
      problems: ['key-reused', 'quota-reached'],
    },
    {
      method: 'POST',
      path: `${path}/preview`,
      access: 'member',
      id: `preview${name}`,
      tag,
      counted: 'standing',
      summary: {
        zh: `预览${zh}，不保存`,
        en: `Judge ${kind === 'offer' ? 'an offer' : 'a demand'} that is not stored`,
      },
      body: `${name}Input`,
      bodyExample: input,
      answers: [
        {
          status: 200,
          means: {
            zh: '将会匹配到什么；少于五个的数目不予说明。',
            en: 'What would match; counts below five are not told.',
          },
          body: `${name}Preview`,
          example: preview,
        },
      ],
    },
    {
      method: 'GET',
      path,
      access: 'member',
      id: `list${name}s`,
      tag,
      summary: { zh: `本机构的${zh}`, en: `Your ${plural}` },
      query: ListingQuery,
      answers: [
        {
          status: 200,
          means: { zh: '一页。', en: 'A page of them.' },
          body: `${name}Page`,
          example: { items: [output] },
        },
      ],
    },
    {
      method: 'GET',
      path: `${path}/{id}`,
      access: 'member',
      id: `read${name}`,
      tag,
      summary: { zh: `读取${zh}`, en: `Read one of your ${plural}` },
      pathParameters,
      answers: [read],
    },
    {
      method: 'GET',
      path: `${path}/{id}/near-matches`,
      access: 'member',
      id: `read${name}NearMatches`,
      tag,
      summary: { zh: '怎样才能匹配更多', en: 'What its owner could do for more to match' },
      pathParameters,
      answers: [
        {
          status: 200,
          means: { zh: '按补救办法计数。', en: 'Counts by remedy.' },
          body: 'NearMatchesAnswer',
          example: nearMatches,
        },
      ],
    },
    {
      method: 'PUT',
      path: `${path}/{id}`,
      access: 'member',
      id: `revise${name}`,
      tag,
      summary: { zh: `修改${zh}`, en: `Replace the text of one of your ${plural}` },
      pathParameters,
      ifMatch: 'needed',
      body: `${name}Input`,
      bodyExample: input,
      answers: [{ ...read, ...written }],
      counted: 'standing',
      problems: ['not-open', 'quota-reached'],
    },
    {
      method: 'DELETE',
      path: `${path}/{id}`,
      access: 'member',
      id: `withdraw${name}`,
      tag,
      summary: { zh: `撤回${zh}`, en: `Withdraw one of your ${plural}` },
      pathParameters,
      ifMatch: 'heeded',
      answers: [{ status: 204, means: { zh: '已撤回。', en: 'It is withdrawn.' } }],
    },
    {
      method: 'PUT',
      path: `${path}/{id}/suspension`,
      access: 'operator',
      id: `suspend${name}`,
      tag,
      summary: { zh: `暂停任一机构的${zh}`, en: `Take any ${kind} out of the zone` },
      pathParameters,
      ifMatch: 'heeded',
      body: 'SuspensionNote',
      bodyExample: { note: listings.suspension.suspension.note },
      answers: [suspended],
      problems: ['not-suspendable'],
    },
    {
      method: 'DELETE',
      path: `${path}/{id}/suspension`,
      access: 'operator',
      id: `reinstate${name}`,
      tag,
      summary: { zh: `恢复${zh}`, en: `Let ${kind === 'offer' ? 'an offer' : 'a demand'} in again` },
      pathParameters,
      ifMatch: 'heeded',
      answers: [suspended],
    },
  ];
}

export const listingOperations = [...operationsOf('offer'), ...operationsOf('demand')];

import * as z from 'zod';
import { Json, path, type ZoneClient } from '../zone-client.ts';

const Tag = z.looseObject({ tag: z.string() });

/** What an operator's PUT takes of what a GET has answered: all but what the zone itself says of it. */
const Record = z.looseObject({
  id: z.unknown(),
  version: z.unknown(),
  createdAt: z.unknown(),
  updatedAt: z.unknown(),
  suspension: z.unknown().optional(),
  erasedAt: z.unknown().optional(),
  heldTags: z.array(Tag).default([]),
});

type Change = (input: Json & { readonly heldTags: readonly z.infer<typeof Tag>[] }) => Json;

/** Reads an organization's record, changes it, and puts it over the very version that was read. */
export async function changeRecord(zone: ZoneClient, id: string, change: Change): Promise<Json> {
  const at = path`/v1/organizations/${id}`;
  const { body, etag } = await zone.call('GET', at);
  const {
    id: _id,
    version: _version,
    createdAt: _c,
    updatedAt: _u,
    suspension: _s,
    erasedAt: _e,
    ...input
  } = Record.parse(body);
  return Json.parse((await zone.call('PUT', at, { body: change(input), ifMatch: etag })).body);
}

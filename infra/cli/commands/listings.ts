import { buildCommand, buildRouteMap } from '@stricli/core';
import { ListingId } from '../../../domain/ids.ts';
import { kindOf } from '../../../domain/listing/listing.ts';
import type { Cli } from '../cli.ts';
import { CliFailure, exitCodes } from '../failure.ts';
import { openZone } from '../open-zone.ts';
import { noteFlag, positional } from '../positional.ts';
import { show } from '../show.ts';
import { Json, path } from '../zone-client.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

/** Where the suspension of a listing stands, by the kind that its id names. */
function suspensionPath(id: string): string {
  const listing = ListingId.safeParse(id);
  if (listing.success) return path`/v1/${`${kindOf(listing.data)}s`}/${id}/suspension`;
  throw new CliFailure(
    { zh: `${id} 不是条目编号。`, en: `${id} is no id of an offer or a demand.` },
    exitCodes.wrongUse,
  );
}

const place = (cli: Cli) =>
  ({
    kind: 'tuple',
    parameters: [positional(cli, 'id', { zh: '供给或需求的编号', en: 'id of the offer or demand' })],
  }) as const;

const suspendCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '撤下一条；所有者看得到说明', en: 'take one out; its owner reads the note' }) },
    parameters: { flags: { ...zoneFlags(cli), note: noteFlag(cli) }, positional: place(cli) },
    func: async (flags: ZoneFlags & { readonly note: string }, id: string): Promise<void> => {
      const at = suspensionPath(id);
      const zone = await openZone(cli, flags);
      show(cli, flags, Json.parse((await zone.call('PUT', at, { body: { note: flags.note } })).body));
    },
  });

const reinstateCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '恢复一条', en: 'let one in again' }) },
    parameters: { flags: zoneFlags(cli), positional: place(cli) },
    func: async (flags: ZoneFlags, id: string): Promise<void> => {
      const at = suspensionPath(id);
      const zone = await openZone(cli, flags);
      show(cli, flags, Json.parse((await zone.call('DELETE', at)).body));
    },
  });

/** Listings that the operator takes out of the market. */
export const listingRoutes = (cli: Cli) =>
  buildRouteMap({
    docs: { brief: cli.say({ zh: '条目：撤下与恢复', en: 'listings: suspend, reinstate' }) },
    routes: { suspend: suspendCommand(cli), reinstate: reinstateCommand(cli) },
  });

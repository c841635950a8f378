import { buildCommand } from '@stricli/core';
import type { Cli } from '../cli.ts';
import { openZone } from '../open-zone.ts';
import { noteFlag, positional } from '../positional.ts';
import { show } from '../show.ts';
import { Json, path } from '../zone-client.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

const place = (cli: Cli) =>
  ({
    kind: 'tuple',
    parameters: [positional(cli, 'id', { zh: '机构编号', en: 'id of the organization' })],
  }) as const;

/** Takes an organization out of the market. */
export const suspendCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({ zh: '暂停一家；它看得到说明', en: 'take one out of the market; it reads the note' }),
      fullDescription: cli.say({
        zh: '其条目不再展示，匹配随即结束；它仍可读取、撤回，但不能发布、修改或预览。',
        en: 'Nobody finds what it has listed, and its matches end. It may still read and withdraw, and neither post, revise nor preview.',
      }),
    },
    parameters: { flags: { ...zoneFlags(cli), note: noteFlag(cli) }, positional: place(cli) },
    func: async (flags: ZoneFlags & { readonly note: string }, id: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      const body = { note: flags.note };
      show(cli, flags, Json.parse((await zone.call('PUT', path`/v1/organizations/${id}/suspension`, { body })).body));
    },
  });

/** Lets it in again. */
export const reinstateCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '恢复一家', en: 'let one in again' }) },
    parameters: { flags: zoneFlags(cli), positional: place(cli) },
    func: async (flags: ZoneFlags, id: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      show(cli, flags, Json.parse((await zone.call('DELETE', path`/v1/organizations/${id}/suspension`)).body));
    },
  });

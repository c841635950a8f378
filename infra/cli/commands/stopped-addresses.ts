import { createHash } from 'node:crypto';
import { buildCommand, buildRouteMap } from '@stricli/core';
import type { Cli } from '../cli.ts';
import { openZone } from '../open-zone.ts';
import { type LimitFlag, limitFlag, positional } from '../positional.ts';
import { at, showList } from '../show.ts';
import { path } from '../zone-client.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

/** The digest by which the zone knows an address; what has no at sign is taken for one. */
const digestOf = (address: string): string =>
  address.includes('@') ? createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 32) : address;

const listCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '已停发的地址，新者在前', en: 'list them, the latest first' }) },
    parameters: { flags: { ...zoneFlags(cli), limit: limitFlag(cli) } },
    func: async (flags: ZoneFlags & LimitFlag): Promise<void> => {
      const zone = await openZone(cli, flags);
      showList(cli, flags, await zone.list('/v1/stopped-addresses', {}, flags.limit), [
        { head: { zh: '地址摘要', en: 'digest' }, of: at('contact') },
        { head: { zh: '原因', en: 'cause' }, of: at('cause') },
        { head: { zh: '代码', en: 'code' }, of: at('code') },
        { head: { zh: '起于', en: 'since' }, of: at('at') },
      ]);
    },
  });

const releaseCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '恢复向某地址发信', en: 'have one mailed again' }) },
    parameters: {
      flags: zoneFlags(cli),
      positional: {
        kind: 'tuple',
        parameters: [positional(cli, 'address', { zh: '地址，或其摘要', en: 'the address, or its digest' })],
      },
    },
    func: async (flags: ZoneFlags, address: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      await zone.call('DELETE', path`/v1/stopped-addresses/${digestOf(address)}`);
      cli.tell({ zh: '已恢复发信。', en: 'It is mailed again.' });
    },
  });

/** Addresses that are mailed no more. */
export const stoppedAddressRoutes = (cli: Cli) =>
  buildRouteMap({
    docs: { brief: cli.say({ zh: '已停止发信的地址', en: 'addresses that are mailed no more' }) },
    routes: { list: listCommand(cli), release: releaseCommand(cli) },
  });

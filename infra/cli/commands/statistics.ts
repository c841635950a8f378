import { buildCommand } from '@stricli/core';
import type { Cli } from '../cli.ts';
import { openZone } from '../open-zone.ts';
import { type LimitFlag, limitFlag, optionalText } from '../positional.ts';
import { show, showList } from '../show.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

type DayFlags = ZoneFlags & LimitFlag & { readonly from?: string; readonly to?: string; readonly unmet?: boolean };

/** The figures of the zone, day by day, or what buyers look for in vain. */
export const statisticsCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({ zh: '本区各日统计', en: 'the figures of the zone, day by day' }),
      fullDescription: cli.say({
        zh: '--json 给出全部数字；少于五的不予列出。',
        en: '--json has every figure. What is fewer than five of unmet demand is not told.',
      }),
    },
    parameters: {
      flags: {
        ...zoneFlags(cli),
        limit: limitFlag(cli),
        from: optionalText(cli, 'day', { zh: '自该日', en: 'from this day on' }),
        to: optionalText(cli, 'day', { zh: '至该日', en: 'up to this day' }),
        unmet: {
          kind: 'boolean',
          optional: true,
          brief: cli.say({ zh: '改列未满足的需求', en: 'what buyers look for in vain instead' }),
        },
      },
    },
    func: async (flags: DayFlags): Promise<void> => {
      const zone = await openZone(cli, flags);
      const { from, to, unmet = false, limit } = flags;
      const found = await zone.list(unmet ? '/v1/statistics/unmet-demand' : '/v1/statistics', { from, to }, limit);
      if (flags.json) return showList(cli, flags, found, []);
      for (const day of found.items) show(cli, flags, day);
      if (found.items.length === 0) cli.tell({ zh: '尚无统计。', en: 'Nothing was counted yet.' });
    },
  });

import { buildCommand } from '@stricli/core';
import * as z from 'zod';
import type { Cli } from '../cli.ts';
import { openZone } from '../open-zone.ts';
import { optionalText, positional } from '../positional.ts';
import { at, show, showTable } from '../show.ts';
import { Json } from '../zone-client.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

const Criteria = z.object({ criteria: z.array(Json) });

/** Why a pair does or does not match. */
export const verdictCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '一对条目为何匹配或不匹配', en: 'why an offer and a demand match, or do not' }) },
    parameters: {
      flags: {
        ...zoneFlags(cli),
        at: optionalText(cli, 'time', { zh: '当时（RFC 3339）', en: 'as of when, such as 2026-11-23T08:00:00Z' }),
      },
      positional: {
        kind: 'tuple',
        parameters: [
          positional(cli, 'offer', { zh: '供给编号', en: 'id of the offer' }),
          positional(cli, 'demand', { zh: '需求编号', en: 'id of the demand' }),
        ],
      },
    },
    func: async (flags: ZoneFlags & { readonly at?: string }, offer: string, demand: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      const query = new URLSearchParams({ offer, demand, ...(flags.at !== undefined && { at: flags.at }) });
      const { criteria, ...verdict } = Json.parse((await zone.call('GET', `/v1/verdict?${query}`)).body);
      const { data } = Criteria.safeParse({ criteria });
      if (flags.json || !data) return show(cli, flags, { ...verdict, criteria });
      show(cli, flags, verdict);
      showTable(cli, data.criteria, [
        { head: { zh: '标准', en: 'criterion' }, of: at('criterion') },
        { head: { zh: '结果', en: 'outcome' }, of: at('outcome') },
        { head: { zh: '分数', en: 'score' }, of: at('score') },
        { head: { zh: '原因', en: 'reason' }, of: at('sentence', cli.locale) },
      ]);
    },
  });

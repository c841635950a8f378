import { buildChoiceParser, buildCommand, buildRouteMap } from '@stricli/core';
import type { Cli } from '../cli.ts';
import { openZone } from '../open-zone.ts';
import { type LimitFlag, limitFlag, noteFlag, optionalText, positional } from '../positional.ts';
import { at, show, showList } from '../show.ts';
import { Json, path } from '../zone-client.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

const decisions = ['clear', 'reject'] as const;
type Decision = (typeof decisions)[number];

const matchArgument = (cli: Cli) => positional(cli, 'id', { zh: '匹配编号', en: 'id of the match' });

const listCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '待人工判断的匹配', en: 'list what waits for a person, or was decided' }) },
    parameters: {
      flags: {
        ...zoneFlags(cli),
        limit: limitFlag(cli),
        decision: {
          kind: 'enum',
          values: decisions,
          optional: true,
          brief: cli.say({ zh: '改列已如此决定的', en: 'those decided so instead' }),
        },
      },
    },
    func: async (flags: ZoneFlags & LimitFlag & { readonly decision?: Decision }): Promise<void> => {
      const zone = await openZone(cli, flags);
      const found = await zone.list('/v1/reviews', { decision: flags.decision }, flags.limit);
      showList(cli, flags, found, [
        { head: { zh: '匹配', en: 'match' }, of: at('id') },
        { head: { zh: '分数', en: 'score' }, of: at('score') },
        { head: { zh: '买方', en: 'buyer' }, of: at('buyerId') },
        { head: { zh: '供方', en: 'supplier' }, of: at('supplierId') },
        { head: { zh: '数据', en: 'offer' }, of: at('offer', 'title') },
        { head: { zh: '需求', en: 'demand' }, of: at('demand', 'title') },
      ]);
    },
  });

const showCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({
        zh: '查看一条：问题、规则与双方条目',
        en: 'show one: questions, rules and both listings in full',
      }),
    },
    parameters: { flags: zoneFlags(cli), positional: { kind: 'tuple', parameters: [matchArgument(cli)] } },
    func: async (flags: ZoneFlags, id: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      show(cli, flags, Json.parse((await zone.call('GET', path`/v1/reviews/${id}`)).body));
    },
  });

const decideCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '放行或驳回一条', en: 'clear or reject one' }) },
    parameters: {
      flags: {
        ...zoneFlags(cli),
        note: noteFlag(cli),
        etag: optionalText(cli, 'etag', {
          zh: 'show 给出的 etag：其后有变则拒绝',
          en: 'etag that show has told: refused where it has changed since',
        }),
      },
      positional: {
        kind: 'tuple',
        parameters: [
          matchArgument(cli),
          {
            parse: buildChoiceParser(decisions),
            placeholder: decisions.join('|'),
            brief: cli.say({ zh: '放行或驳回', en: 'show it to both sides, or to neither' }),
            proposeCompletions: () => [...decisions],
          },
        ],
      },
    },
    func: async (
      flags: ZoneFlags & { readonly note: string; readonly etag?: string },
      id: string,
      decision: Decision,
    ): Promise<void> => {
      const zone = await openZone(cli, flags);
      const body = { decision, note: flags.note };
      const decided = await zone.call('POST', path`/v1/reviews/${id}`, { body, ifMatch: flags.etag });
      show(cli, flags, Json.parse(decided.body));
    },
  });

/** Matches that a person must decide. */
export const reviewRoutes = (cli: Cli) =>
  buildRouteMap({
    docs: { brief: cli.say({ zh: '须人工判断的匹配', en: 'matches that a person must decide' }) },
    routes: { list: listCommand(cli), show: showCommand(cli), decide: decideCommand(cli) },
  });

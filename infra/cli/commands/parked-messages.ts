import { buildCommand, buildRouteMap } from '@stricli/core';
import * as z from 'zod';
import type { Cli } from '../cli.ts';
import { exitCodes } from '../failure.ts';
import { openZone } from '../open-zone.ts';
import { type LimitFlag, limitFlag, noteFlag, optionalText, positional } from '../positional.ts';
import { at, showList } from '../show.ts';
import type { ZoneClient } from '../zone-client.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

type QueueFlag = { readonly queue?: string };

const Parked = z.object({
  queues: z.array(
    z.looseObject({ queue: z.string(), held: z.number(), messages: z.array(z.looseObject({ since: z.string() })) }),
  ),
});
const PutBack = z.object({
  queues: z.array(z.object({ queue: z.string(), putBack: z.number(), left: z.number() })),
});

const queueFlag = (cli: Cli) =>
  optionalText(cli, 'name', { zh: '只看此队列，如 match-requests', en: 'of this queue alone, such as match-requests' });

const minutesSince = (since: string): string => {
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(since)) / 60_000));
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
};

const listCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '列出搁置的消息，不含内容', en: 'list them, without what they say' }) },
    parameters: { flags: { ...zoneFlags(cli), limit: limitFlag(cli), queue: queueFlag(cli) } },
    func: async (flags: ZoneFlags & LimitFlag & QueueFlag): Promise<void> => {
      const zone = await openZone(cli, flags);
      const { queue, limit } = flags;
      const query = new URLSearchParams({ limit: String(Math.min(limit, 100)), ...(queue !== undefined && { queue }) });
      const { queues } = Parked.parse((await zone.call('GET', `/v1/parked-messages?${query}`)).body);
      const items = queues.flatMap(({ queue: name, messages }) => messages.map((one) => ({ queue: name, ...one })));
      const held = queues.reduce((sum, one) => sum + one.held, 0);
      showList(cli, flags, { items, isMore: held > items.length }, [
        { head: { zh: '队列', en: 'queue' }, of: at('queue') },
        { head: { zh: '消息', en: 'message' }, of: at('id') },
        { head: { zh: '已等', en: 'age' }, of: ({ since }) => minutesSince(String(since)) },
        { head: { zh: '原因', en: 'reason' }, of: at('reason') },
        { head: { zh: '事件', en: 'event' }, of: at('event') },
        { head: { zh: '变更', en: 'changes' }, of: at('changes') },
      ]);
      if (held > 0) cli.endWith(exitCodes.lookAtIt);
    },
  });

/** Puts back request after request: one has no time for all where there are many. */
async function putBackAll(cli: Cli, zone: ZoneClient, queue: string | undefined) {
  const total = new Map<string, { putBack: number; left: number; heldAtFirst: number }>();
  for (;;) {
    const body = queue === undefined ? {} : { queue };
    const { queues } = PutBack.parse((await zone.call('POST', '/v1/parked-messages/redrive', { body })).body);
    for (const { queue: name, putBack, left } of queues) {
      const { putBack: before = 0, heldAtFirst = putBack + left } = total.get(name) ?? {};
      total.set(name, { putBack: before + putBack, left, heldAtFirst });
    }
    const done = [...total.values()].reduce((sum, { putBack }) => sum + putBack, 0);
    cli.progress.step(cli.say({ zh: `已放回 ${done} 条`, en: `${done} put back` }));
    // What is left where nothing was put back will not go by asking again; and what is parked again meanwhile would come for ever.
    const mayGo = ({ queue: name, putBack, left }: (typeof queues)[number]): boolean => {
      const { putBack: sum = 0, heldAtFirst = 0 } = total.get(name) ?? {};
      return putBack > 0 && left > 0 && sum < heldAtFirst;
    };
    if (!queues.some(mayGo)) break;
  }
  cli.progress.end();
  return [...total].map(([name, { putBack, left }]) => ({ queue: name, putBack, left }));
}

const redriveCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({ zh: '放回原队列', en: 'put them back to the queues that they came from' }),
      fullDescription: cli.say({
        zh: '来自数据表变更流的不能如此放回：请 replay，或见 docs/runbook.md。仍有剩余时退出码为 3。',
        en: 'What comes from a table’s stream cannot be put back so: have its listings judged anew by replay, or see docs/runbook.md. Exit code 3 where something is left.',
      }),
    },
    parameters: { flags: { ...zoneFlags(cli), queue: queueFlag(cli) } },
    func: async (flags: ZoneFlags & QueueFlag): Promise<void> => {
      const zone = await openZone(cli, flags);
      const items = await putBackAll(cli, zone, flags.queue);
      showList(cli, flags, { items, isMore: false }, [
        { head: { zh: '队列', en: 'queue' }, of: at('queue') },
        { head: { zh: '已放回', en: 'put back' }, of: at('putBack') },
        { head: { zh: '剩余', en: 'left' }, of: at('left') },
      ]);
      if (items.some(({ left }) => left > 0)) cli.endWith(exitCodes.lookAtIt);
    },
  });

const deleteCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '删除一条', en: 'have one go for good' }) },
    parameters: {
      flags: { ...zoneFlags(cli), note: noteFlag(cli) },
      positional: {
        kind: 'tuple',
        parameters: [
          positional(cli, 'queue', { zh: '队列', en: 'its queue' }),
          positional(cli, 'message', { zh: '消息编号', en: 'its id' }),
        ],
      },
    },
    func: async (flags: ZoneFlags & { readonly note: string }, queue: string, id: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      await zone.call('POST', '/v1/parked-messages/deletion', { body: { queue, id, note: flags.note } });
      cli.tell({ zh: '已删除。', en: 'It is gone.' });
    },
  });

/** Messages that could not be handled. */
export const parkedRoutes = (cli: Cli) =>
  buildRouteMap({
    docs: { brief: cli.say({ zh: '无法处理而搁置的消息', en: 'messages that could not be handled' }) },
    routes: { list: listCommand(cli), redrive: redriveCommand(cli), delete: deleteCommand(cli) },
  });

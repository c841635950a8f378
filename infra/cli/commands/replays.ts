import { setTimeout } from 'node:timers/promises';
import { buildCommand, buildRouteMap } from '@stricli/core';
import * as z from 'zod';
import type { Cli } from '../cli.ts';
import { exitCodes } from '../failure.ts';
import { openZone } from '../open-zone.ts';
import { positional } from '../positional.ts';
import { show } from '../show.ts';
import { path, type ZoneClient } from '../zone-client.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

type FollowFlags = ZoneFlags & { readonly noWait?: boolean };

const Replay = z.looseObject({
  id: z.string(),
  state: z.enum(['asking', 'judging', 'done']),
  asked: z.number(),
  judged: z.number(),
  changed: z.number(),
});
type Replay = z.infer<typeof Replay>;

/** How long nothing may move before it is told that something is in the way. */
const patienceMs = 10 * 60_000;
const pauseMs = 500;

const followFlags = (cli: Cli) => ({
  ...zoneFlags(cli),
  noWait: {
    kind: 'boolean' as const,
    optional: true as const,
    brief: cli.say({ zh: '开始后不等待', en: 'begin it, and do not wait for its end' }),
  },
});

/** Follows one to its end; answers it unfinished where nothing has moved for long. */
async function follow(cli: Cli, zone: ZoneClient, begun: Replay): Promise<Replay> {
  let replay = begun;
  let moved = Date.now();
  cli.progress.step(cli.say({ zh: '正在重新判断', en: 'Judging anew' }));
  while (replay.state !== 'done' && Date.now() - moved < patienceMs) {
    await setTimeout(pauseMs);
    const next = Replay.parse((await zone.call('GET', path`/v1/replays/${replay.id}`)).body);
    if (next.judged !== replay.judged || next.asked !== replay.asked) moved = Date.now();
    replay = next;
    cli.progress.count(replay.judged, replay.asked);
  }
  cli.progress.end();
  return replay;
}

async function run(cli: Cli, flags: FollowFlags, at: string, body: unknown): Promise<Replay> {
  const zone = await openZone(cli, flags);
  const begun = Replay.parse((await zone.call('POST', at, { body })).body);
  const replay = flags.noWait ? begun : await follow(cli, zone, begun);
  show(cli, flags, replay);
  if (replay.state === 'done' || flags.noWait) return replay;
  cli.tell({
    zh: '已停滞：请查看搁置的消息（zonematch parked list）。',
    en: 'It has come to a halt: look at what is parked (zonematch parked list).',
  });
  cli.endWith(exitCodes.lookAtIt);
  return replay;
}

/** Compares the record with the judge, and has it mended. */
export const reconcileCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({ zh: '核对记录与判断并修正', en: 'compare the record with the judge, and have it mended' }),
      fullDescription: cli.say({
        zh: 'changed 是修正的记录数：应为 0。有修正时退出码为 3，缘由见 docs/runbook.md。',
        en: 'changed is how many records were otherwise than judged: it should be 0. Exit code 3 where it is not; docs/runbook.md says what to look for.',
      }),
    },
    parameters: { flags: followFlags(cli) },
    func: async (flags: FollowFlags): Promise<void> => {
      const { changed } = await run(cli, flags, '/v1/reconciliations', undefined);
      if (changed > 0) cli.endWith(exitCodes.lookAtIt);
    },
  });

const ofOne = (cli: Cli, of: 'listing' | 'organization', brief: { zh: string; en: string }) =>
  buildCommand({
    docs: { brief: cli.say(brief) },
    parameters: {
      flags: followFlags(cli),
      positional: { kind: 'tuple', parameters: [positional(cli, 'id', { zh: '编号', en: 'its id' })] },
    },
    func: async (flags: FollowFlags, id: string): Promise<void> => {
      await run(cli, flags, '/v1/replays', { of, id });
    },
  });

const everythingCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '全部', en: 'everything' }) },
    parameters: { flags: followFlags(cli) },
    func: async (flags: FollowFlags): Promise<void> => {
      await run(cli, flags, '/v1/replays', { of: 'everything' });
    },
  });

/** Has something judged anew, though nothing of it has changed. */
export const replayRoutes = (cli: Cli) =>
  buildRouteMap({
    docs: { brief: cli.say({ zh: '重新判断', en: 'have something judged anew' }) },
    routes: {
      listing: ofOne(cli, 'listing', { zh: '一个条目', en: 'one listing' }),
      organization: ofOne(cli, 'organization', { zh: '一家机构的全部条目', en: 'every listing of an organization' }),
      everything: everythingCommand(cli),
    },
  });

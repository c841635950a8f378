import { rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { buildCommand } from '@stricli/core';
import * as z from 'zod';
import type { Cli } from '../cli.ts';
import { makeFile, readExport, wordOf, writeExport } from '../export-file.ts';
import { CliFailure, exitCodes } from '../failure.ts';
import { openZone } from '../open-zone.ts';
import { neededText, noteFlag, optionalText, positional } from '../positional.ts';
import { show } from '../show.ts';
import { path, type ZoneClient } from '../zone-client.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

type OutFlag = { readonly out: string };
type DeleteFlags = ZoneFlags & OutFlag & { readonly note: string; readonly confirm: string; readonly export?: string };

const Deletion = z.looseObject({
  state: z.enum(['erasing', 'done']),
  removed: z.record(z.string(), z.number()),
  statement: z.string().optional(),
});

/** Between two looks at what is still on its way. */
const pauseMs = 1000;

const place = (cli: Cli) =>
  ({ kind: 'tuple', parameters: [positional(cli, 'id', { zh: '机构编号', en: 'id of the organization' })] }) as const;

/** Writes everything that is kept of an organization into a file. */
export const exportCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({ zh: '导出其全部数据', en: 'everything that is kept of one, in a file' }),
      fullDescription: cli.say({
        zh: 'JSON Lines，每行 { table, record }，末行是区域签名的声明（份数与摘要）。只含该机构自己看得到的内容。',
        en: 'JSON Lines of { table, record }; the last line is what the zone says of it, signed: counts and digest. It holds nothing of others that the organization could not see itself.',
      }),
    },
    parameters: {
      flags: { ...zoneFlags(cli), out: neededText(cli, 'path', { zh: '写入的新文件', en: 'the file to make' }) },
      positional: place(cli),
    },
    func: async (flags: ZoneFlags & OutFlag, id: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      cli.progress.step(cli.say({ zh: '正在导出', en: 'Exporting' }));
      const { lines } = await writeExport(zone, id, flags.out, (count) => cli.progress.count(count, count));
      cli.progress.end();
      const { digest, counts } = await readExport(flags.out);
      show(cli, flags, { organization: id, file: flags.out, lines, digest, counts });
    },
  });

/** Asks for a deletion again and again until it is done: each request does a part of it. */
async function eraseAll(cli: Cli, zone: ZoneClient, id: string, body: unknown) {
  cli.progress.step(cli.say({ zh: '正在删除', en: 'Deleting' }));
  for (;;) {
    const deletion = Deletion.parse((await zone.call('POST', path`/v1/organizations/${id}/deletion`, { body })).body);
    const gone = Object.values(deletion.removed).reduce((sum, one) => sum + one, 0);
    cli.progress.count(gone, gone);
    if (deletion.state === 'done') return deletion;
    await setTimeout(pauseMs);
  }
}

/** Has everything of an organization go that may, and keeps the proof. */
export const deleteCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({ zh: '删除其数据，并保存证明', en: 'delete the data of one, and keep the proof of it' }),
      fullDescription: cli.say({
        zh: '先暂停、撤回其条目，匹配随之结束并告知；再逐一删除。依法须留存的（审计记录等）列于证明。不可恢复。',
        en: 'It is suspended and its listings withdrawn, so that their matches end and are told; then they go one by one. What a law has one keep stays, and stands in the proof. There is no way back.',
      }),
    },
    parameters: {
      flags: {
        ...zoneFlags(cli),
        note: noteFlag(cli),
        confirm: neededText(cli, 'id', { zh: '再次输入机构编号', en: 'the id once more: there is no way back' }),
        export: optionalText(cli, 'path', {
          zh: '此前的导出，其摘要写入证明',
          en: 'the export before: its digest goes into the proof',
        }),
        out: neededText(cli, 'path', { zh: '证明写入的新文件', en: 'the file to make for the proof' }),
      },
      positional: place(cli),
    },
    func: async (flags: DeleteFlags, id: string): Promise<void> => {
      if (flags.confirm !== id) {
        throw new CliFailure(
          { zh: `--confirm 须为 ${id}。`, en: `--confirm must say ${id}: nothing was deleted.` },
          exitCodes.wrongUse,
        );
      }
      const before = flags.export === undefined ? undefined : await wordOf(flags.export);
      const zone = await openZone(cli, flags);
      // Before anything goes: a slip in its name must not cost the export, which there is no second of.
      const proof = await makeFile(flags.out);
      try {
        const { statement = '', removed } = await eraseAll(cli, zone, id, { note: flags.note, export: before });
        cli.progress.end();
        await proof.write(`${statement}\n`);
        show(cli, flags, { organization: id, proof: flags.out, removed });
      } catch (error) {
        await rm(flags.out, { force: true });
        throw error;
      } finally {
        await proof.close();
      }
    },
  });

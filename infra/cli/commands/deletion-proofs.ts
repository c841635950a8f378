import { buildCommand, buildRouteMap } from '@stricli/core';
import * as z from 'zod';
import type { Cli } from '../cli.ts';
import { readExport } from '../export-file.ts';
import { CliFailure, exitCodes } from '../failure.ts';
import { optionalText, positional } from '../positional.ts';
import { keysOf, readStatement } from '../proofs.ts';
import { readText } from '../read-text.ts';
import { show } from '../show.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

type VerifyFlags = ZoneFlags & { readonly keys?: string; readonly export?: string };

const verifyCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({ zh: '验证证明，及其所指的导出', en: 'check a proof, and the export that it speaks of' }),
      fullDescription: cli.say({
        zh: '验证无需令牌：公钥取自区域，或以 --keys 给出保存的文件。不成立时退出码为 3。',
        en: 'Needs no token: the public key is the zone’s, or from a file by --keys. Exit code 3 where it does not hold.',
      }),
    },
    parameters: {
      flags: {
        ...zoneFlags(cli),
        keys: optionalText(cli, 'path', {
          zh: '保存的公钥（/v1/proof-keys）',
          en: 'the zone’s keys, as /v1/proof-keys gave them',
        }),
        export: optionalText(cli, 'path', { zh: '一并核对的导出', en: 'the export to hold it against' }),
      },
      positional: {
        kind: 'tuple',
        parameters: [positional(cli, 'file', { zh: '证明文件', en: 'the proof' })],
      },
    },
    func: async (flags: VerifyFlags, file: string): Promise<void> => {
      const keys = await keysOf(cli, flags);
      const { kind, said } = await readStatement(await readText(file), keys);
      if (kind !== 'zonematch-deletion') {
        throw new CliFailure({ zh: '这不是删除的证明。', en: 'It is no proof of a deletion.' }, exitCodes.lookAtIt);
      }
      if (flags.export !== undefined) {
        const { digest, statement } = await readExport(flags.export);
        const { said: exported } = await readStatement(statement, keys);
        const named = z.object({ digest: z.string() }).safeParse(said['export']).data?.digest;
        if (digest !== exported['digest'] || digest !== named) {
          throw new CliFailure(
            {
              zh: '导出文件与证明所述不符。',
              en: 'The export is not the one that the proof speaks of, or was altered.',
            },
            exitCodes.lookAtIt,
          );
        }
      }
      show(cli, flags, said);
    },
  });

/** Proofs of deletions. */
export const proofRoutes = (cli: Cli) =>
  buildRouteMap({
    docs: { brief: cli.say({ zh: '删除的证明', en: 'proofs of deletions' }) },
    routes: { verify: verifyCommand(cli) },
  });

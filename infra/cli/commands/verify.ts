import { buildCommand } from '@stricli/core';
import type { Cli } from '../cli.ts';
import { Refused } from '../failure.ts';
import { openZone } from '../open-zone.ts';
import { optionalText, positional } from '../positional.ts';
import { readJson } from '../read-text.ts';
import { show } from '../show.ts';
import { Json, path, type ZoneClient } from '../zone-client.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';
import { changeRecord } from './organization-record.ts';

type VerifyFlags = ZoneFlags & {
  readonly clearance?: number;
  readonly name?: string;
  readonly kind?: string;
  readonly jurisdiction?: string;
  readonly affiliate?: readonly string[];
  readonly file?: string;
};

/** What the flags say of a record; what they leave out stays as it is. */
function saidOf({ clearance, name, kind, jurisdiction, affiliate }: VerifyFlags): Json {
  const said = { clearance, name, kind, jurisdiction, affiliates: affiliate };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** A whole record from a file is put as it is; else what is on record is changed. Of a new one the zone says what is missing. */
async function verified(zone: ZoneClient, id: string, flags: VerifyFlags): Promise<Json> {
  const said = saidOf(flags);
  const at = path`/v1/organizations/${id}`;
  if (flags.file !== undefined) {
    return Json.parse(
      (await zone.call('PUT', at, { body: { ...Json.parse(await readJson(flags.file)), ...said } })).body,
    );
  }
  try {
    return await changeRecord(zone, id, (input) => ({ ...input, ...said }));
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error;
    // A record that is not there has no version: whoever makes it first has made it.
    return Json.parse((await zone.call('PUT', at, { body: said, ifMatch: '"0"' })).body);
  }
}

/** Puts an organization with what the operator has verified. */
export const verifyCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({ zh: '登记核验结果', en: 'record what was verified of one' }),
      fullDescription: cli.say({
        zh: '未提及的内容保持不变；新机构需要 --name、--kind 与 --jurisdiction，或以 --file 给出完整记录。',
        en: 'What is not said stays as it is. A new one needs --name, --kind and --jurisdiction, or a whole record by --file.',
      }),
    },
    parameters: {
      flags: {
        ...zoneFlags(cli),
        clearance: {
          kind: 'parsed',
          parse: Number,
          optional: true,
          placeholder: '1..5',
          brief: cli.say({ zh: '可接收的最高级别', en: 'the highest level that it may receive' }),
        },
        name: optionalText(cli, 'name', { zh: '名称', en: 'what it is called' }),
        kind: optionalText(cli, 'kind', { zh: '类型', en: 'what it is, such as private or soe' }),
        jurisdiction: optionalText(cli, 'code', { zh: '法域，如 CN', en: 'where it is, such as CN' }),
        affiliate: {
          ...optionalText(cli, 'id', {
            zh: '视为同一方的机构；可重复',
            en: 'one that counts as the same party; may be repeated',
          }),
          variadic: true,
        },
        file: optionalText(cli, 'path', { zh: '完整记录（JSON）', en: 'a whole record, as JSON' }),
      },
      positional: {
        kind: 'tuple',
        parameters: [positional(cli, 'id', { zh: '机构编号', en: 'id of the organization' })],
      },
    },
    func: async (flags: VerifyFlags, id: string): Promise<void> => {
      show(cli, flags, await verified(await openZone(cli, flags), id, flags));
    },
  });

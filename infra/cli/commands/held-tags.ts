import { buildCommand, buildRouteMap } from '@stricli/core';
import type { Cli } from '../cli.ts';
import { CliFailure } from '../failure.ts';
import { openZone } from '../open-zone.ts';
import { optionalText, positional } from '../positional.ts';
import { show } from '../show.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';
import { changeRecord } from './organization-record.ts';

type Certificate = { readonly validUntil?: string; readonly issuer?: string; readonly number?: string };

const places = (cli: Cli) =>
  ({
    kind: 'tuple',
    parameters: [
      positional(cli, 'id', { zh: '机构编号', en: 'id of the organization' }),
      positional(cli, 'tag', { zh: '标签编号，如 mlps-3', en: 'id of the tag, such as mlps-3' }),
    ],
  }) as const;

const addCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({
        zh: '记下所持标签；已有则替换',
        en: 'record a tag that it holds; one of the same id is replaced',
      }),
    },
    parameters: {
      flags: {
        ...zoneFlags(cli),
        validUntil: optionalText(cli, 'date', { zh: '有效至（含当日）', en: 'the last day on which it is valid' }),
        issuer: optionalText(cli, 'name', { zh: '颁发机构', en: 'who issued it' }),
        number: optionalText(cli, 'number', { zh: '证书编号', en: 'number of the certificate' }),
      },
      positional: places(cli),
    },
    func: async (flags: ZoneFlags & Certificate, id: string, tag: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      const { validUntil, issuer, number } = flags;
      const held = { tag, validUntil, issuer, number };
      const record = await changeRecord(zone, id, ({ heldTags, ...input }) => ({
        ...input,
        heldTags: [...heldTags.filter((one) => one.tag !== tag), held],
      }));
      show(cli, flags, record);
    },
  });

const removeCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '去掉一个标签', en: 'take a tag away' }) },
    parameters: { flags: zoneFlags(cli), positional: places(cli) },
    func: async (flags: ZoneFlags, id: string, tag: string): Promise<void> => {
      const zone = await openZone(cli, flags);
      const record = await changeRecord(zone, id, ({ heldTags, ...input }) => {
        const left = heldTags.filter((one) => one.tag !== tag);
        if (left.length < heldTags.length) return { ...input, heldTags: left };
        throw new CliFailure({ zh: `${id} 未持有 ${tag}。`, en: `${id} holds no ${tag}.` });
      });
      show(cli, flags, record);
    },
  });

/** Tags that the operator has verified, each with its certificate. */
export const tagRoutes = (cli: Cli) =>
  buildRouteMap({
    docs: { brief: cli.say({ zh: '核验过的标签及有效期', en: 'tags that were verified, with their dates' }) },
    routes: { add: addCommand(cli), remove: removeCommand(cli) },
  });

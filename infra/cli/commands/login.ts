import { buildCommand } from '@stricli/core';
import type { Cli } from '../cli.ts';
import { CliFailure, exitCodes } from '../failure.ts';
import { tokenAlone, tokenOf, usualProfile } from '../open-zone.ts';
import { keepProfile } from '../profiles.ts';
import { type ZoneFlags, zoneFlags } from '../zone-flags.ts';

type LoginFlags = ZoneFlags & { readonly keepSecret?: boolean };

/** Keeps where a zone is and as whom it is asked, once the issuer has given a token for it. */
export const loginCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({ zh: '保存区域地址与客户端', en: 'keep where a zone is, and as whom it is asked' }),
      fullDescription: cli.say({
        zh: '先向令牌端点申请一次令牌，成功后才保存。密钥不保存，除非给出 --keep-secret；其后从 ZONEMATCH_CLIENT_SECRET 读取。',
        en: 'Asks the token endpoint for a token first, and keeps nothing where it gives none. The secret is not kept unless --keep-secret is given: it is read from ZONEMATCH_CLIENT_SECRET then.',
      }),
    },
    parameters: {
      flags: {
        ...zoneFlags(cli),
        keepSecret: {
          kind: 'boolean',
          optional: true,
          brief: cli.say({ zh: '明文保存密钥', en: 'keep the secret, too, in clear' }),
        },
      },
    },
    func: async (flags: LoginFlags): Promise<void> => {
      const { api, tokenEndpoint, clientId, clientSecret, keepSecret = false } = flags;
      if (api === undefined || tokenEndpoint === undefined || clientId === undefined) {
        throw new CliFailure(
          {
            zh: '需要 --api、--token-endpoint 与 --client-id。',
            en: '--api, --token-endpoint and --client-id are needed.',
          },
          exitCodes.wrongUse,
        );
      }
      await tokenOf(cli, flags, undefined);
      const secret = clientSecret ?? cli.env['ZONEMATCH_CLIENT_SECRET'];
      const kept = {
        api,
        tokenEndpoint,
        clientId,
        ...(keepSecret && secret !== undefined && { clientSecret: secret }),
      };
      const name = flags.profile ?? usualProfile;
      const file = await keepProfile(cli.env, name, kept);
      cli.tell({ zh: `已保存配置 ${name}：${file}`, en: `Kept as profile ${name} in ${file}` });
    },
  });

/** The token itself, for other programs. */
export const tokenCommand = (cli: Cli) =>
  buildCommand({
    docs: { brief: cli.say({ zh: '打印令牌', en: 'print the token, for other programs' }) },
    parameters: { flags: zoneFlags(cli) },
    func: async (flags: ZoneFlags): Promise<void> => cli.print(await tokenAlone(cli, flags)),
  });

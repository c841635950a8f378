import type { FlagParametersForType } from '@stricli/core';
import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import type { Cli } from './cli.ts';
import { CliFailure, exitCodes } from './failure.ts';

/** What every command that speaks to a zone takes: where it is, who asks, and how the answer is shown. */
export type ZoneFlags = {
  readonly api?: string;
  readonly profile?: string;
  readonly token?: string;
  readonly tokenEndpoint?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly lang?: string;
  readonly json?: boolean;
};

/** Names of the flags above that take a value, as they are typed. */
const valued: readonly string[] = [
  '--api',
  '--profile',
  '--token',
  '--token-endpoint',
  '--client-id',
  '--client-secret',
  '--lang',
];

export const text = (input: string): string => input;

const optional = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: text, optional: true, brief, placeholder }) as const;

/** An address over TLS, or on this machine: a token goes nowhere else. */
export function addressOf(input: string): string {
  const url = URL.parse(input);
  const isHere = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url && (url.protocol === 'https:' || isHere)) return input.replace(/\/+$/, '');
  throw new CliFailure(
    {
      zh: `${input} 不是 https 地址：令牌只发往 https 或本机。`,
      en: `${input} is no https address: a token goes over https, or to this machine, alone.`,
    },
    exitCodes.wrongUse,
  );
}

/** The flags above, as the library is told of them. */
export function zoneFlags({ say }: Cli): FlagParametersForType<ZoneFlags> {
  const flag = (text: Bilingual, placeholder: string) => optional(say(text), placeholder);
  return {
    api: {
      ...flag({ zh: '区域接口地址（或 ZONEMATCH_API）', en: 'address of the zone’s API (or ZONEMATCH_API)' }, 'url'),
      parse: addressOf,
    },
    profile: flag({ zh: 'login 保存的配置名', en: 'what login has saved, by its name' }, 'name'),
    token: flag({ zh: '运营方令牌（或 ZONEMATCH_TOKEN）', en: 'operator’s token (or ZONEMATCH_TOKEN)' }, 'jwt'),
    tokenEndpoint: {
      ...flag({ zh: '身份提供方的令牌端点', en: 'token endpoint of the zone’s issuer' }, 'url'),
      parse: addressOf,
    },
    clientId: flag({ zh: '客户端编号', en: 'client to ask for a token as' }, 'id'),
    clientSecret: flag(
      { zh: '客户端密钥（或 ZONEMATCH_CLIENT_SECRET）', en: 'its secret (or ZONEMATCH_CLIENT_SECRET)' },
      'secret',
    ),
    lang: flag({ zh: '语言：zh-CN 或 en', en: 'language: zh-CN or en' }, 'lang'),
    json: { kind: 'boolean', optional: true, brief: say({ zh: '以 JSON 输出', en: 'answer as JSON' }) },
  };
}

/** The same flags said before the command count for it, as `git -C` does: moved behind it. */
export function withLeadingFlagsLast(args: readonly string[]): readonly string[] {
  let end = 0;
  while (args[end]?.startsWith('--')) {
    const name = args[end] ?? '';
    if (valued.includes(name)) end += 2;
    else if (name === '--json' || valued.some((one) => name.startsWith(`${one}=`))) end += 1;
    else break;
  }
  const leading = args.slice(0, end);
  const rest = args.slice(end);
  return rest.length === 0 ? args : [...rest, ...leading];
}

import { tokenFor } from './access-token.ts';
import type { Cli } from './cli.ts';
import { CliFailure, exitCodes } from './failure.ts';
import { type Profile, profileOf } from './profiles.ts';
import { makeZoneClient, type ZoneClient } from './zone-client.ts';
import { addressOf, type ZoneFlags } from './zone-flags.ts';

/** The profile that is used where none is named. */
export const usualProfile = 'default';

async function profileFor({ env }: Cli, { profile }: ZoneFlags): Promise<Profile | undefined> {
  const name = profile ?? env['ZONEMATCH_PROFILE'];
  const found = await profileOf(env, name ?? usualProfile);
  if (found || name === undefined) return found;
  throw new CliFailure(
    { zh: `没有名为 ${name} 的配置，请先 login。`, en: `There is no profile ${name}: log in first.` },
    exitCodes.wrongUse,
  );
}

/** How a token is come by: given, or asked for as a client. Asked for once. */
export async function tokenOf({ env }: Cli, flags: ZoneFlags, profile: Profile | undefined): Promise<string> {
  const given = flags.token ?? env['ZONEMATCH_TOKEN'];
  // Whoever names an endpoint means to ask it, whatever a variable says.
  if (given !== undefined && (flags.token !== undefined || flags.tokenEndpoint === undefined)) return given;
  const tokenEndpoint = flags.tokenEndpoint ?? env['ZONEMATCH_TOKEN_ENDPOINT'] ?? profile?.tokenEndpoint;
  const clientId = flags.clientId ?? env['ZONEMATCH_CLIENT_ID'] ?? profile?.clientId;
  const clientSecret = flags.clientSecret ?? env['ZONEMATCH_CLIENT_SECRET'] ?? profile?.clientSecret;
  if (tokenEndpoint === undefined || clientId === undefined || clientSecret === undefined) {
    throw new CliFailure(
      {
        zh: '没有令牌：请给出 --token（或 ZONEMATCH_TOKEN），或 --token-endpoint、--client-id 与 ZONEMATCH_CLIENT_SECRET。',
        en: 'There is no token: give --token (or ZONEMATCH_TOKEN), or --token-endpoint, --client-id and ZONEMATCH_CLIENT_SECRET.',
      },
      exitCodes.wrongUse,
    );
  }
  const scope = profile?.scope ?? 'operator';
  return tokenFor({ tokenEndpoint: addressOf(tokenEndpoint), clientId, clientSecret, scope });
}

/** The token that a command would use, and nothing else. */
export const tokenAlone = async (cli: Cli, flags: ZoneFlags): Promise<string> =>
  tokenOf(cli, flags, await profileFor(cli, flags));

/** Where the zone is: said, or as login has saved it. */
export async function addressFor(cli: Cli, flags: ZoneFlags): Promise<string> {
  const profile = await profileFor(cli, flags);
  const api = flags.api ?? cli.env['ZONEMATCH_API'] ?? profile?.api;
  if (api !== undefined) return addressOf(api);
  throw new CliFailure(
    {
      zh: '未指明区域：请给出 --api（或 ZONEMATCH_API），或先 zonematch login。',
      en: 'Which zone is not said: give --api (or ZONEMATCH_API), or run zonematch login first.',
    },
    exitCodes.wrongUse,
  );
}

/** The zone that a command means, asked as whom it says. */
export async function openZone(cli: Cli, flags: ZoneFlags): Promise<ZoneClient> {
  const profile = await profileFor(cli, flags);
  const api = await addressFor(cli, flags);
  let token: Promise<string> | undefined;
  return makeZoneClient(
    api,
    () => {
      token ??= tokenOf(cli, flags, profile);
      return token;
    },
    cli.locale,
  );
}

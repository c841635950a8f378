import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { parseSecret } from '../_adapters/secrets/secret-value.ts';
import { systemClock } from '../_runtime/clock.ts';
import { parseEnv } from '../_runtime/env.ts';
import { makeLogger } from '../_runtime/logger.ts';
import { clientToken } from './client-token.ts';
import { Env } from './env.ts';
import { type MarketCaller, makeMarketCaller } from './market-caller.ts';

export type Deps = ReturnType<typeof makeDeps>;

const Logins = z.object({ supplier: z.string().min(1), buyer: z.string().min(1) });

/** How long it waits between two looks, in milliseconds. */
const pauseMs = 1000;

/** What this Lambda works with, from its variables. */
export function makeDeps(variables: Record<string, string | undefined> = process.env) {
  const env = parseEnv(Env, variables);
  const client = new SecretsManagerClient({});

  /** One of the two parties; its token is asked for anew in each run, which no token outlives. */
  function party(side: 'supplier' | 'buyer'): MarketCaller {
    const { clientId } = env.CANARY_PARTIES[side];
    let asked: { readonly at: number; readonly token: Promise<string> } | undefined;
    const ask = async (): Promise<string> => {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: env.CANARY_LOGIN_SECRET }));
      return clientToken({
        issuer: env.OIDC_ISSUER,
        clientId,
        secret: parseSecret(Logins, SecretString)[side],
        scope: env.MEMBER_SCOPE,
        audience: env.OIDC_AUDIENCE,
      });
    };
    const token = (): Promise<string> => {
      const now = Date.parse(systemClock());
      if (!asked || now - asked.at > 60_000) asked = { at: now, token: ask() };
      return asked.token;
    };
    return makeMarketCaller(env.PUBLIC_BASE_URL.replace(/\/+$/, ''), token, randomUUID);
  }

  return {
    logger: makeLogger('try-market'),
    clock: systemClock,
    supplier: party('supplier'),
    buyer: party('buyer'),
    pause: () => setTimeout(pauseMs),
    withinSeconds: env.CANARY_WITHIN_SECONDS,
  };
}

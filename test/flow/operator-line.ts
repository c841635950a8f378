import { join } from 'node:path';
import { expect } from 'vitest';
import { runScript } from './run-script.ts';
import type { ZoneUnderTest } from './zone.ts';

type Ended = Awaited<ReturnType<typeof runScript>>;

/** The operator's command line at a zone under test, as its process has it. */
export class OperatorLine {
  private readonly env: Readonly<Record<string, string | undefined>>;

  constructor({ zone: { api, tokenEndpoint } }: ZoneUnderTest, folder: string) {
    this.env = {
      ZONEMATCH_API: api,
      ZONEMATCH_TOKEN_ENDPOINT: tokenEndpoint,
      ZONEMATCH_CLIENT_ID: 'zone',
      ZONEMATCH_CLIENT_SECRET: 'any',
      ZONEMATCH_PROFILES: join(folder, 'profiles.json'),
      LC_ALL: 'en_US.UTF-8',
    };
  }

  /** Runs a command. */
  run(args: readonly string[], env: Readonly<Record<string, string | undefined>> = {}): Promise<Ended> {
    return runScript('infra/cli/main.ts', args, { ...this.env, ...env });
  }

  /** What a command answers as JSON. */
  async json(args: readonly string[], expected = 0): Promise<unknown> {
    const { code, stdout, stderr } = await this.run([...args, '--json']);
    expect({ code, stderr: code === expected ? '' : stderr }).toEqual({ code: expected, stderr: '' });
    return JSON.parse(stdout);
  }
}

import { proposeCompletions, run } from '@stricli/core';
import { makeApp } from './app.ts';
import { type Cli, localeOf, makeCli } from './cli.ts';
import { completionWord } from './commands/completion.ts';
import { exitCodes } from './failure.ts';
import { withLeadingFlagsLast } from './zone-flags.ts';

type Stream = { readonly isTTY?: boolean; write(text: string): unknown };

type Invocation = {
  readonly args: readonly string[];
  readonly env: Cli['env'];
  readonly stdout: Stream;
  readonly stderr: Stream;
};

const streamOf = (stream: Stream) => ({ write: (text: string): void => void stream.write(text) });

/** Runs what a command line says, and answers the exit code. */
export async function runCli({ args, env, stdout, stderr }: Invocation): Promise<number> {
  const cli = makeCli({ locale: localeOf(args, env), env, stdout, stderr });
  const ended: { exitCode?: number | string | null } = {};
  const target = Object.assign(ended, { stdout: streamOf(stdout), stderr: streamOf(stderr), env });
  const app = makeApp(cli);
  if (args[0] === completionWord) {
    const found = await proposeCompletions(app, args.slice(1), { process: target });
    for (const { completion, brief } of found) cli.print(`${completion}\t${brief}`);
    return exitCodes.done;
  }
  await run(app, withLeadingFlagsLast(args), { process: target });
  cli.progress.end();
  // The library has codes below zero for a command line that it does not understand.
  const code = Number(ended.exitCode ?? exitCodes.done);
  return code < 0 ? exitCodes.wrongUse : code || (cli.exitCode() ?? exitCodes.done);
}

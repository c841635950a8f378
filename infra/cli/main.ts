#!/usr/bin/env node
import { run } from '@stricli/core';
import { makeApp } from './app.ts';
import { localeOf, makeCli } from './cli.ts';
import { exitCodes } from './failure.ts';
import { withLeadingFlagsLast } from './zone-flags.ts';

const { env, stdout, stderr } = process;
const args = process.argv.slice(2);
const cli = makeCli({ locale: localeOf(args, env), env, stdout, stderr });
const ended: { exitCode?: number | string | null } = {};

await run(makeApp(cli), withLeadingFlagsLast(args), { process: Object.assign(ended, { stdout, stderr, env }) });
cli.progress.end();

/** The library has codes below zero for a command line that it does not understand. */
const code = Number(ended.exitCode ?? exitCodes.done);
process.exitCode = code < 0 ? exitCodes.wrongUse : code || (cli.exitCode() ?? exitCodes.done);

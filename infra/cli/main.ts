#!/usr/bin/env node
import { runCli } from './run-cli.ts';

const { argv, env, stdout, stderr } = process;

process.exitCode = await runCli({ args: argv.slice(2), env, stdout, stderr });

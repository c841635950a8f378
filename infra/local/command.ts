import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { javaComplaint } from './prerequisites.mjs';
import { print, tell, tellFailure } from './terminal.ts';

const done = 0;
const failed = 1;
/** What a wrong argument ends with. */
const wrongUse = 2;

type Asked<Settings> = {
  readonly help: string;
  /** Throws a sentence where the command line cannot be read. */
  readonly readSettings: () => Settings | 'help';
};

type Command<Settings> = Asked<Settings> & {
  /** Does the work, with a folder of its own for the synthesized zone, and answers the exit code. */
  readonly run: (settings: Settings, assembly: string) => Promise<number>;
  /** Which errors mean that something was asked for that cannot be. */
  readonly isWrongUse?: (error: unknown) => boolean;
};

/** What is asked for; or, where that is help or cannot be read, the exit code once that was told. */
export function settingsOf<Settings>({
  help,
  readSettings,
}: Asked<Settings>): { settings: Settings } | { exit: number } {
  try {
    const settings = readSettings();
    if (settings !== 'help') return { settings };
    print(help);
    return { exit: done };
  } catch (error) {
    tell(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return { exit: wrongUse };
  }
}

/**
 * Runs a command that starts a zone on this machine: tells its help, or what is wrong with the arguments or the machine, and
 * answers the exit code. Its folder is removed whatever happens.
 */
export async function runCommand<Settings>(command: Command<Settings>): Promise<number> {
  const asked = settingsOf(command);
  if ('exit' in asked) return asked.exit;
  const { settings } = asked;
  const complaint = javaComplaint();
  if (complaint) {
    tell(complaint);
    return failed;
  }
  const assembly = await mkdtemp(join(tmpdir(), 'zonematch-'));
  try {
    return await command.run(settings, assembly);
  } catch (error) {
    tellFailure(error);
    return command.isWrongUse?.(error) ? wrongUse : failed;
  } finally {
    // Whoever was stopped while it wrote there may write a little more.
    await rm(assembly, { recursive: true, force: true, maxRetries: 5 });
  }
}

import { parseArgs } from 'node:util';
import { print, tell } from '../terminal.ts';

const failed = 1;
/** What a wrong argument ends with. */
const wrongUse = 2;

/** What node's fetch throws where nobody listens. */
const isUnreachable = (error: unknown): boolean => error instanceof TypeError && error.message === 'fetch failed';

/** Runs a command on a zone that runs already, found by `--control URL`; answers the exit code. */
export async function runControlCommand(help: string, run: (control: string) => Promise<number>): Promise<number> {
  let control: URL | undefined;
  try {
    const { values } = parseArgs({
      options: { control: { type: 'string' }, help: { type: 'boolean', default: false } },
    });
    if (values.help) {
      print(help);
      return 0;
    }
    control = URL.parse(values.control ?? '') ?? undefined;
    if (!control) throw new Error('--control is needed: the address that the zone printed.');
  } catch (error) {
    tell(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return wrongUse;
  }
  try {
    return await run(control.href);
  } catch (error) {
    tell(
      isUnreachable(error)
        ? `No zone answers at ${control.href}. Start one with npm start, and give the address that it prints as Control.`
        : `What answers at ${control.href} is no zone's control address, or it failed: ${error instanceof Error ? error.message : String(error)}`,
    );
    return failed;
  }
}

import { buildChoiceParser, buildCommand } from '@stricli/core';
import type { Cli } from '../cli.ts';

const shells = ['bash', 'zsh'] as const;
type Shell = (typeof shells)[number];

/** The word that asks for completions of what follows it, in place of a command. */
export const completionWord = '__complete';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** By this very program, from wherever it is asked: without npx, which would take a second for each press of a key. */
const program = (): string => [process.execPath, process.argv[1] ?? ''].map(quoted).join(' ');

const scripts: Readonly<Record<Shell, () => string>> = {
  bash: () => `_zonematch() {
  local IFS=$'\\n'
  COMPREPLY=($(${program()} ${completionWord} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _zonematch zonematch`,
  zsh: () => `#compdef zonematch
_zonematch() {
  local -a found
  local word brief
  while IFS=$'\\t' read -r word brief; do
    found+=("\${word//:/\\\\:}:\${brief}")
  done < <(${program()} ${completionWord} "\${(@)words[2,CURRENT]}" 2>/dev/null)
  _describe zonematch found
}
compdef _zonematch zonematch`,
};

/** What a shell runs at its start, so that the tab key completes. */
export const completionCommand = (cli: Cli) =>
  buildCommand({
    docs: {
      brief: cli.say({ zh: '打印 shell 补全脚本', en: 'print what has a shell complete commands' }),
      fullDescription: cli.say({
        zh: '例如在 ~/.bashrc 中：alias zonematch="npx zonematch"; source <(npx zonematch completion bash)',
        en: 'For example in ~/.bashrc: alias zonematch="npx zonematch"; source <(npx zonematch completion bash)',
      }),
    },
    parameters: {
      positional: {
        kind: 'tuple',
        parameters: [
          {
            parse: buildChoiceParser(shells),
            placeholder: shells.join('|'),
            brief: cli.say({ zh: '哪个 shell', en: 'which shell' }),
            proposeCompletions: () => [...shells],
          },
        ],
      },
    },
    func: (_: Readonly<Record<never, never>>, shell: Shell): void => cli.print(scripts[shell]()),
  });

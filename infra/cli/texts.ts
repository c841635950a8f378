import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from '@stricli/core';
import * as z from 'zod';
import type { Cli } from './cli.ts';
import { CliFailure } from './failure.ts';

function sentenceOf(cli: Cli, error: unknown): string | undefined {
  if (error instanceof CliFailure) return cli.say(error.sentence);
  if (!(error instanceof z.ZodError)) return undefined;
  const sentence = {
    zh: '应答或文件的格式与约定不符：',
    en: 'An answer, or a file, is not of the form that was agreed: ',
  };
  return `${cli.say(sentence)}\n${z.prettifyError(error)}`;
}

/** What is wrong with an argument, in Chinese. */
const argumentPhrases: Parameters<typeof formatMessageForArgumentScannerError>[1] = {
  FlagNotFoundError: ({ input, corrections }) =>
    `没有选项 --${input}${corrections.length > 0 ? `，是否指 --${corrections.join('、--')}？` : '。'}`,
  AliasNotFoundError: ({ input }) => `没有选项 -${input}。`,
  ArgumentParseError: ({ externalFlagNameOrPlaceholder, input, exception }) =>
    exception instanceof CliFailure ? exception.sentence.zh : `${externalFlagNameOrPlaceholder} 不能是 ${input}。`,
  EnumValidationError: ({ externalFlagName, input, values }) =>
    `--${externalFlagName} 不能是 ${input}，可为：${values.join('、')}。`,
  UnsatisfiedFlagError: ({ externalFlagName }) => `--${externalFlagName} 缺少取值。`,
  UnexpectedFlagError: ({ externalFlagName }) => `--${externalFlagName} 只能给出一次。`,
  UnexpectedPositionalError: ({ input }) => `多出了 ${input}。`,
  UnsatisfiedPositionalError: ({ placeholder }) => `缺少 ${placeholder}。`,
  InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => `--${externalFlagName} 不带取值。`,
};

function argumentInChinese(error: unknown): string {
  if (error instanceof ArgumentScannerError) return formatMessageForArgumentScannerError(error, argumentPhrases);
  return error instanceof Error ? error.message : String(error);
}

const inChinese: Partial<ApplicationText> = {
  keywords: { default: '默认 =', separator: '分隔符 =' },
  headers: { usage: '用法', aliases: '别名', commands: '命令', flags: '选项', arguments: '参数' },
  briefs: {
    help: '显示帮助',
    helpAll: '显示全部帮助',
    version: '显示版本',
    argumentEscapeSequence: '其后均为参数',
  },
  noCommandRegisteredForInput: ({ input, corrections }) =>
    `没有命令 ${input}${corrections.length > 0 ? `，是否指 ${corrections.join('、')}？` : '。'}`,
  exceptionWhileParsingArguments: argumentInChinese,
};

/** What the library itself says, and how what went wrong is told: in a sentence of ours where there is one. */
export function textOf(cli: Cli): ApplicationText {
  const base = { ...text_en, ...(cli.locale === 'zh-CN' && inChinese) };
  const told =
    (otherwise: (error: unknown) => string) =>
    (error: unknown): string =>
      sentenceOf(cli, error) ?? otherwise(error);
  return {
    ...base,
    exceptionWhileRunningCommand: told((error) =>
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ),
    commandErrorResult: told((error) => (error instanceof Error ? error.message : String(error))),
    exceptionWhileParsingArguments: (error, ansiColor) => base.exceptionWhileParsingArguments(error, ansiColor),
  };
}

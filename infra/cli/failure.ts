import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';

/** How a command ends: what a script may tell apart. */
export const exitCodes = {
  done: 0,
  /** The zone refused, or could not be reached. */
  failed: 1,
  /** The command line says something that is not there. */
  wrongUse: 2,
  /** It was done, and found what somebody must look at: records that differed, messages that stay, a proof that proves nothing. */
  lookAtIt: 3,
} as const;

/** A command cannot be done; the sentence is for whoever typed it. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
  readonly sentence: Bilingual;
  readonly exitCode: number;
  constructor(sentence: Bilingual, exitCode: number = exitCodes.failed) {
    super(sentence.en);
    this.sentence = sentence;
    this.exitCode = exitCode;
  }
}

/** The zone refused, with this status. */
export class Refused extends CliFailure {
  readonly status: number;
  constructor(status: number, refusal: string) {
    super({ zh: `被拒绝（${status}）：${refusal}`, en: `Refused (${status}): ${refusal}` });
    this.status = status;
  }
}

/** What the person at the terminal can mend: an argument, an answer. Told as a sentence, without a stack. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

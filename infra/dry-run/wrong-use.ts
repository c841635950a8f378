/** What the person at the terminal can mend: an argument, a file. Told as a sentence, without a stack. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

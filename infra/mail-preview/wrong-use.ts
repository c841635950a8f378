/** The tool was asked for what it cannot do: a sentence for the person at the terminal. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

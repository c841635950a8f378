/** Something that the person at the terminal can understand and mend: shown as a sentence, without a stack. */
export class LocalFailure extends Error {
  override readonly name = 'LocalFailure';
}

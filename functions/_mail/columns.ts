// Wide and fullwidth ranges of Unicode UAX #11, as far as Chinese, Japanese and Korean mail needs them.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const zeroWidth = /\p{Mn}|\p{Me}|\p{Cf}/u;

const columnsOfCharacter = (character: string): number => {
  if (zeroWidth.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
};

/** How many columns of a fixed-width reader a text takes: a Chinese character takes two. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + columnsOfCharacter(character), 0);
}

/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), as far as Chinese text in a terminal needs it. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

// Beyond the Basic Multilingual Plane: rare Chinese characters and emoji, wide as well.
const columnsOf = (character: string): number => (wide.test(character) || character.length > 1 ? 2 : 1);

/** How many columns of a terminal a text takes: Chinese characters take two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + columnsOf(character), 0);
}

/** The text cut to so many columns, with an ellipsis where something was cut. */
export function clip(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The text cut or filled with spaces to exactly so many columns. */
export function inColumns(text: string, columns: number): string {
  const cut = clip(text, columns);
  return cut + ' '.repeat(columns - widthOf(cut));
}

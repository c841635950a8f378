import { describe, expect, it } from 'vitest';
import { dark, light } from '../../functions/_mail/mail-style.ts';

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

type Colour = keyof typeof light;

const texts: readonly [Colour, Colour][] = [
  ['ink', 'page'],
  ['ink', 'card'],
  ['ink', 'note'],
  ['muted', 'page'],
  ['muted', 'card'],
  ['accent', 'page'],
  ['accent', 'card'],
  ['onButton', 'button'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('colours of the %s mail', (_, colours) => {
  it.each(texts)('%s is read on %s (WCAG 1.4.3: 4.5 to 1)', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['accent', 'track'],
    ['button', 'card'],
  ] as const)('%s is told from %s (WCAG 1.4.11: 3 to 1)', (shape, ground) => {
    expect(contrast(colours[shape], colours[ground])).toBeGreaterThanOrEqual(3);
  });
});

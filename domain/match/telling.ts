/**
 * What a contact was told of a match, as it is kept: it is to be told (`due`), or was (`mailed`), or the mail server took
 * no mail (`refused`); that it has ended is to be told (`due-ended`), or was (`ended`); or there is nothing to tell any
 * more (`dropped`).
 */
export const tellingStates = ['due', 'mailed', 'refused', 'due-ended', 'ended', 'dropped'] as const;
export type TellingState = (typeof tellingStates)[number];

/**
 * What is to be done for a contact about a match: note that it is to be told (`news`) or its end (`newly-ended`), that it
 * is open again before its end was told, that it ended before it was told; or tell what was noted before (`kept`, `ended`).
 */
export type Telling = 'news' | 'kept' | 'ended' | 'newly-ended' | 'open-again' | 'never-told' | 'nothing';

const ofOpen: Readonly<Record<TellingState, Telling>> = {
  due: 'kept',
  mailed: 'nothing',
  refused: 'nothing',
  'due-ended': 'open-again',
  ended: 'news',
  dropped: 'news',
};

const ofEnded: Readonly<Record<TellingState, Telling>> = {
  due: 'never-told',
  mailed: 'newly-ended',
  refused: 'nothing',
  'due-ended': 'ended',
  ended: 'nothing',
  dropped: 'nothing',
};

/**
 * What is to be told of a match, by whether it is open and what was told of it before. Nobody is told twice of what they
 * know, nor of the end of what they never heard of.
 */
export function tellingOf(isOpen: boolean, state: TellingState | undefined): Telling {
  if (state === undefined) return isOpen ? 'news' : 'nothing';
  return (isOpen ? ofOpen : ofEnded)[state];
}

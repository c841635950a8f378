/** What a contact was told of a match, as it is kept. */
export const tellingStates = ['due-daily', 'mailed', 'refused', 'due-ended', 'ended', 'dropped'] as const;
export type TellingState = (typeof tellingStates)[number];

/**
 * What is to be done for a contact about a match: tell it (`news`; `kept` for the daily mail), tell its end (`ended`), or
 * note that its end is to be told, that it is open again before its end was told, that it ended before it was told.
 */
export type Telling = 'news' | 'kept' | 'ended' | 'newly-ended' | 'open-again' | 'never-told' | 'nothing';

const ofOpen: Readonly<Record<TellingState, Telling>> = {
  'due-daily': 'kept',
  mailed: 'nothing',
  refused: 'nothing',
  'due-ended': 'open-again',
  ended: 'news',
  dropped: 'news',
};

const ofEnded: Readonly<Record<TellingState, Telling>> = {
  'due-daily': 'never-told',
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

import { describe, expect, it } from 'vitest';
import { type Telling, type TellingState, tellingOf, tellingStates } from '../../domain/match/telling.ts';

/** What a contact believes of a match, by what it was told last. */
const believesOpen: Readonly<Record<TellingState, boolean>> = {
  due: false,
  mailed: true,
  refused: true,
  'due-ended': true,
  ended: false,
  dropped: false,
};

/** The state that doing it leaves. */
const stateAfter: Readonly<Partial<Record<Telling, TellingState>>> = {
  news: 'due',
  kept: 'mailed',
  ended: 'ended',
  'newly-ended': 'due-ended',
  'open-again': 'mailed',
  'never-told': 'dropped',
};

describe('what a contact is told of a match', () => {
  it.each(tellingStates.filter((state) => state !== 'refused'))(
    'is, in two steps at most from “%s”, what it is, and then no more',
    (first) => {
      for (const isOpen of [true, false]) {
        let state: TellingState = first;
        for (let step = 0; step < 2; step++) state = stateAfter[tellingOf(isOpen, state)] ?? state;
        expect(believesOpen[state]).toBe(isOpen);
        expect(tellingOf(isOpen, state)).toBe('nothing');
      }
    },
  );

  it('is never what it believes already', () => {
    for (const state of tellingStates) {
      if (believesOpen[state]) expect(['news', 'kept']).not.toContain(tellingOf(true, state));
      else expect(tellingOf(false, state)).not.toBe('ended');
    }
  });

  it('is nothing of a match that ended before anybody was told, nor to an address that takes no mail', () => {
    expect(tellingOf(false, undefined)).toBe('nothing');
    expect(tellingOf(true, undefined)).toBe('news');
    expect([tellingOf(true, 'refused'), tellingOf(false, 'refused')]).toEqual(['nothing', 'nothing']);
  });
});

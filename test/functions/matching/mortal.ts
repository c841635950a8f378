import { Died, type MatcherUnderTest } from './matcher-under-test.ts';

type Deps = MatcherUnderTest['deps'];

/** What a matcher works with whose Lambda ends once, before or after the given one of the calls that change something. */
export function mortal(deps: Deps, call: number, when: 'before' | 'after') {
  let calls = 0;
  const dying =
    <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      const isLast = calls === call;
      if (isLast && when === 'before') throw new Died();
      const done = await work(...args);
      if (isLast) throw new Died();
      return done;
    };
  return {
    deps: {
      ...deps,
      matches: { ...deps.matches, put: dying(deps.matches.put) },
      chains: {
        ...deps.chains,
        note: dying(deps.chains.note),
        pass: dying(deps.chains.pass),
        end: dying(deps.chains.end),
      },
      replays: { ...deps.replays, count: dying(deps.replays.count) },
      sendOverflow: dying(deps.sendOverflow),
    },
    hasDied: (): boolean => calls >= call,
  };
}

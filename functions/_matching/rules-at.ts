import { weightsOn } from '../../domain/matching/weights.ts';
import { rulebookOn } from '../../domain/rulebook/rulebook.ts';
import { dayIn, type Instant } from '../../domain/time.ts';
import type { makeJudgingDeps } from './judging.ts';

type Settings = Pick<ReturnType<typeof makeJudgingDeps>, 'timeZone' | 'weights' | 'usesNegativeLists'>;

/** What a zone judges by at a moment, whoever the parties are. */
export function rulesAt({ timeZone, weights: editions, usesNegativeLists }: Settings, now: Instant) {
  const today = dayIn(timeZone, now);
  const { version, weights } = weightsOn(editions, today);
  return { facts: { now, today, usesNegativeLists, rulebook: rulebookOn(today) }, weights, weightsVersion: version };
}

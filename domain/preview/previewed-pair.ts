import type { JudgedPair } from '../match/record.ts';

/** A pair with what was judged of it, without the id of a match: none is recorded. */
export type PreviewedPair = Pick<JudgedPair, 'offer' | 'demand' | 'verdict' | 'remedy'>;

import type { ShownMatch } from './answers.ts';
import type { JudgedPair } from './judged-market.ts';

/** Whether the zone's record says what judging each pair by itself says. */
export type CrossCheck = {
  readonly onRecord: number;
  readonly judged: number;
  /** Pairs that only one of the two has, or that they judge or score otherwise. */
  readonly differences: readonly string[];
};

/** Compares pair by pair: outcome and score, for matches and for pairs that wait for a person. */
export function crossCheck(recorded: readonly ShownMatch[], pairs: readonly JudgedPair[]): CrossCheck {
  const onRecord = new Map(
    recorded.map(({ offer, demand, outcome, score }) => [`${offer.id} × ${demand.id}`, `${outcome} ${score}`]),
  );
  const judged = new Map(
    pairs
      .filter(({ verdict }) => verdict.outcome !== 'not-matched')
      .map(({ offer, demand, verdict }) => [`${offer.id} × ${demand.id}`, `${verdict.outcome} ${verdict.score}`]),
  );
  const differences = [...new Set([...onRecord.keys(), ...judged.keys()])]
    .filter((pair) => onRecord.get(pair) !== judged.get(pair))
    .map((pair) => `${pair}: on record ${onRecord.get(pair) ?? 'nothing'}, judged ${judged.get(pair) ?? 'nothing'}`);
  return { onRecord: onRecord.size, judged: judged.size, differences };
}

import { deliveryAllowedFor, tradabilityOf } from '../../vocabulary/security-levels.ts';
import { ownEvidence } from '../criteria/security-class.ts';
import { isEvidence } from '../evidence.ts';
import type { JudgedOffer } from '../judged.ts';
import type { CompiledRules } from './rules.ts';
import { type Said, said } from './standing.ts';
import { bitsOf, isWithin, type TagBits } from './tag-bits.ts';
import { modeBits } from './terms.ts';

/** What the tradability table says of an offer. */
export type ClassGate = {
  /** What it says whatever the other side is, where it does. */
  readonly always: Said | undefined;
  readonly needed: TagBits;
  /** The ways of delivery that are allowed, a bit each; undefined: all. */
  readonly allowed: number | undefined;
  /** What it says where the evidence is there and a way of delivery allowed. */
  readonly met: Said;
};

const nothing = bitsOf([]);

export function classGateOf({ securityClass, securityLevel }: JudgedOffer, { rulebook }: CompiledRules): ClassGate {
  const row = tradabilityOf(rulebook.tradability, securityClass, securityLevel);
  const always = (outcome: Said): ClassGate => ({ always: outcome, needed: nothing, allowed: undefined, met: outcome });
  if (!row || row.unknown.length > 0) return always(said.review);
  if (row.tradable === 'never' || row.tradable === 'never-on-platform') return always(said.fail);
  const allowed = deliveryAllowedFor(rulebook.tradability, securityClass, securityLevel);
  return {
    always: undefined,
    needed: bitsOf(ownEvidence(row).filter(isEvidence)),
    allowed: allowed && modeBits(allowed),
    met: row.tradable === 'special-approval' ? said.review : said.pass,
  };
}

/** What the table says of a pair: `given` undefined where a party is not known. `common` are the modes that suit both. */
export function judgeClass(gate: ClassGate, given: TagBits | undefined, common: number): Said {
  if (gate.always !== undefined) return gate.always;
  if (gate.allowed !== undefined && common !== 0 && (common & gate.allowed) === 0) return said.fail;
  if (!given) return said.unknown;
  return isWithin(gate.needed, given) ? gate.met : said.fail;
}

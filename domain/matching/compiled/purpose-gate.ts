import type { PurposeDataKind, PurposeRule } from '../../vocabulary/purpose-rules.ts';
import type { SecurityClass } from '../../vocabulary/security-levels.ts';
import { tagNumber } from '../../vocabulary/tag-numbers.ts';
import type { PartyForm } from './party-form.ts';
import { type CompiledRule, type CompiledRules, isAboutKind } from './rules.ts';
import { type Said, said } from './standing.ts';
import { bitsOf, hasBit, isWithin, meets, type TagBits, unionOf } from './tag-bits.ts';
import { deliveryClosures, purposeClosures } from './terms.ts';

/** What of an offer decides which purpose rules are about it. */
type About = {
  readonly carried: TagBits;
  readonly kinds: readonly PurposeDataKind[];
  readonly saysSubject: boolean;
  readonly securityClass: SecurityClass;
};

/** What the rules ask of a pair: the union of what every row asks that is about it. */
type Asked = {
  readonly isProhibited: boolean;
  readonly forbid: TagBits;
  readonly allOf: TagBits;
  readonly anyOf: readonly TagBits[];
  readonly asksPerson: boolean;
  readonly isOdd: boolean;
  /** Whether rows speak of each kind that the data is. */
  readonly isRuled: boolean;
};

const anonymized = tagNumber('anonymized') ?? -1;
const deidentified = tagNumber('deidentified') ?? -1;

function isInState({ state }: PurposeRule, { carried, securityClass }: About): boolean {
  switch (state) {
    case 'any':
      return true;
    case 'important':
      return securityClass === 'important';
    case 'anonymized':
      return hasBit(carried, anonymized);
    case 'not-anonymized':
      return !hasBit(carried, anonymized);
    case 'deidentified':
      return hasBit(carried, deidentified) && !hasBit(carried, anonymized);
    case 'raw':
      return !hasBit(carried, deidentified) && !hasBit(carried, anonymized);
  }
}

function askedBy(rows: readonly CompiledRule[], isRuled: boolean): Asked {
  const understood = rows.filter(({ isUnderstood }) => isUnderstood);
  return {
    isProhibited: understood.some(({ row }) => row.outcome === 'prohibited'),
    forbid: unionOf(...understood.map(({ forbid }) => forbid)),
    allOf: unionOf(...understood.map(({ allOf }) => allOf)),
    anyOf: understood.flatMap(({ anyOf }) => anyOf),
    asksPerson: understood.some(({ row }) => row.outcome === 'manual-review'),
    isOdd: understood.length < rows.length,
    isRuled,
  };
}

function outcomeIn(
  { isProhibited, forbid, allOf, anyOf, asksPerson, isOdd }: Asked,
  given: TagBits,
  buyer: TagBits,
): Said {
  if (isProhibited || meets(forbid, given) || meets(forbid, buyer)) return said.fail;
  const isMet = isWithin(allOf, given) && anyOf.every((group) => meets(group, given));
  if (!asksPerson && !isMet) return said.fail;
  return isOdd || asksPerson ? said.review : said.pass;
}

const nothing = bitsOf([]);

/** Outcomes from the mildest on: of several ways of delivery the one counts that the rules are mildest with. */
const noMode = deliveryClosures.length;

/**
 * The purpose rules for one offer, as `purpose-rules` judges by them: which rows are about it is found once a purpose, and
 * what they say once a purpose, kind of buyer and way of delivery.
 */
export class PurposeGate {
  private readonly about: About;
  private readonly rules: CompiledRules;
  private readonly asked = new Map<number, Asked>();

  constructor(about: About, rules: CompiledRules) {
    this.about = about;
    this.rules = rules;
  }

  private rowsFor(kind: PurposeDataKind, purposes: TagBits, isForeign: boolean): readonly CompiledRule[] {
    const rows = this.rules.purposeRules.filter(
      (rule) =>
        rule.row.outcome !== 'adds' &&
        isAboutKind(rule, kind) &&
        meets(rule.purposes, purposes) &&
        isInState(rule.row, this.about) &&
        (rule.row.buyer !== 'foreign' || isForeign),
    );
    return rows.some(({ row }) => row.buyer === 'foreign') ? rows.filter(({ row }) => row.buyer !== 'domestic') : rows;
  }

  private askedFor(purpose: number, isForeign: boolean): Asked {
    const key = purpose * 2 + Number(isForeign);
    const known = this.asked.get(key);
    if (known) return known;
    const purposes = purposeClosures[purpose] ?? bitsOf([]);
    const found = this.about.kinds.map((kind) => this.rowsFor(kind, purposes, isForeign));
    const additions = this.rules.purposeRules.filter(
      (rule) => rule.row.outcome === 'adds' && meets(rule.purposes, purposes),
    );
    const isRuled = found.every((rows) => rows.length > 0);
    const asked = askedBy([...new Set([...found.flat(), ...additions])], isRuled);
    this.asked.set(key, asked);
    return asked;
  }

  /** Whether the rules forbid the purpose to every buyer. */
  isProhibited(purpose: number): boolean {
    return this.askedFor(purpose, false).isProhibited && this.askedFor(purpose, true).isProhibited;
  }

  /**
   * The ways of delivery, a bit each, in which the rules may let a purpose pass for some buyer: one who brings nothing that
   * they forbid. `given` are the sets that buyers can make of what is given.
   */
  passable(purpose: number, given: readonly TagBits[]): number {
    if (!this.about.saysSubject) return 0;
    let modes = 0;
    for (const isForeign of [false, true]) {
      const asked = this.askedFor(purpose, isForeign);
      if (!asked.isRuled) continue;
      deliveryClosures.forEach((brought, mode) => {
        const isPassed = given.some((set) => outcomeIn(asked, unionOf(set, brought), nothing) === said.pass);
        if (isPassed) modes |= 1 << mode;
      });
    }
    return modes;
  }

  /** What the rules say for a purpose and a buyer, by what is given, delivered in one of the common modes. */
  judge(purpose: number, buyer: PartyForm, given: TagBits, common: number): Said {
    const asked = this.askedFor(purpose, buyer.isForeign);
    let mildest: Said = said.fail;
    for (let mode = 0; mode <= noMode; mode++) {
      const isTried = common === 0 ? mode === noMode : ((common >>> mode) & 1) === 1;
      if (!isTried) continue;
      const brought = deliveryClosures[mode];
      const outcome = outcomeIn(asked, brought ? unionOf(given, brought) : given, buyer.given);
      if (outcome < mildest) mildest = outcome;
      if (mildest === said.pass) break;
    }
    if (mildest === said.fail) return said.fail;
    return this.about.saysSubject && asked.isRuled ? mildest : said.review;
  }
}

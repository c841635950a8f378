import { levelName, securityClassName } from '../../vocabulary/names.ts';
import { entry } from './entry.ts';
import { ids, level, modes, tags, text } from './parts.ts';

/** Whether data of such a class and level may be traded, delivered so, and received. */
export const securityReasons = {
  'class-tradable': entry({ securityClass: text, level, basisZh: text, basisEn: text }, (facts) => ({
    zh: `${securityClassName(facts.securityClass).zh}，安全级别${levelName(facts.level).zh}，可以交易（依据：${facts.basisZh}）。`,
    en: `${securityClassName(facts.securityClass).en}, security ${levelName(facts.level).en}, may be traded (basis: ${facts.basisEn}).`,
  })),
  'class-needs-approval': entry({ securityClass: text, level, basisZh: text, basisEn: text }, (facts) => ({
    zh: `${securityClassName(facts.securityClass).zh}，安全级别${levelName(facts.level).zh}，可以匹配，但交付前应经人工批准（依据：${facts.basisZh}）。`,
    en: `${securityClassName(facts.securityClass).en}, security ${levelName(facts.level).en}, may be matched, but a person should approve it before delivery (basis: ${facts.basisEn}).`,
  })),
  'class-special-approval': entry({ securityClass: text, basisZh: text, basisEn: text }, (facts) => ({
    zh: `${securityClassName(facts.securityClass).zh}：所需材料均已声明，仍须人工审核后方可继续（依据：${facts.basisZh}）。`,
    en: `${securityClassName(facts.securityClass).en}: all that is needed is stated, and a person must still decide before it goes on (basis: ${facts.basisEn}).`,
  })),
  'class-evidence-missing': entry(
    { securityClass: text, level, missing: ids, basisZh: text, basisEn: text },
    (facts) => ({
      zh: `${securityClassName(facts.securityClass).zh}，安全级别${levelName(facts.level).zh}，供给尚缺所需材料：${tags(facts.missing).zh}（依据：${facts.basisZh}）。`,
      en: `${securityClassName(facts.securityClass).en}, security ${levelName(facts.level).en}: the offer does not carry what is needed: ${tags(facts.missing).en} (basis: ${facts.basisEn}).`,
    }),
  ),
  'class-delivery-not-allowed': entry(
    { securityClass: text, level, allowed: ids, basisZh: text, basisEn: text },
    (facts) => ({
      zh: `${securityClassName(facts.securityClass).zh}，安全级别${levelName(facts.level).zh}，只能以下列方式交付：${modes(facts.allowed).zh}；双方都接受的方式不在其中（依据：${facts.basisZh}）。`,
      en: `${securityClassName(facts.securityClass).en}, security ${levelName(facts.level).en}, may be delivered only by: ${modes(facts.allowed).en}; what suits both sides is not among these (basis: ${facts.basisEn}).`,
    }),
  ),
  'class-level-mismatch': entry({ securityClass: text, level }, (facts) => ({
    zh: `供给标为${securityClassName(facts.securityClass).zh}，但安全级别为${levelName(facts.level).zh}，两者不一致，须人工核对。`,
    en: `The offer is marked as ${securityClassName(facts.securityClass).en} but graded ${levelName(facts.level).en}: the two do not fit, so a person must check.`,
  })),
  'class-forbidden': entry({ securityClass: text, basisZh: text, basisEn: text }, (facts) => ({
    zh: `${securityClassName(facts.securityClass).zh}不得在此交易（依据：${facts.basisZh}）。`,
    en: `${securityClassName(facts.securityClass).en} is not traded here (basis: ${facts.basisEn}).`,
  })),

  'level-within': entry({ level }, (facts) => ({
    zh: `数据的安全级别为${levelName(facts.level).zh}，未超出需求上限和需方经核验的可接收级别。`,
    en: `Security ${levelName(facts.level).en} is within the demand's maximum and the buyer's verified clearance.`,
  })),
  'level-above-demand': entry({ level, max: level }, (facts) => ({
    zh: `数据的安全级别为${levelName(facts.level).zh}，高于需求的上限${levelName(facts.max).zh}。`,
    en: `Security ${levelName(facts.level).en} is above the demand's maximum, ${levelName(facts.max).en}.`,
  })),
  'level-above-clearance': entry({ level }, (facts) => ({
    zh: `数据的安全级别为${levelName(facts.level).zh}，高于需方经核验的可接收级别。`,
    en: `Security ${levelName(facts.level).en} is above what the buyer is cleared to receive.`,
  })),
};

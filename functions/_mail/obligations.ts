import { type Bilingual, type Locale, nameIn } from '../../domain/vocabulary/bilingual.ts';
import { deliveryModeName, listOf, tagName } from '../../domain/vocabulary/names.ts';
import type { OfferShown } from './match-mail-input.ts';

type Rule = {
  readonly rule: string;
  readonly applies: (offer: OfferShown) => boolean;
  readonly say: (offer: OfferShown) => Bilingual;
  readonly source: Bilingual;
};

const contractFromLevel = 4;

const contract = (): Bilingual => ({
  zh: '双方订立合同，约定处理目的、方式、范围和安全保护义务，并由供方监督履行。',
  en: 'Agree by contract the purpose, manner and scope of processing and the security duties; the supplier supervises them.',
});

/**
 * The closed table of what may be left to arrange after a match, in the order in which a buyer would do it. What the gates
 * make sure of, such as source and identity (Data Security Law Art 33), is arranged already.
 */
const rules: readonly Rule[] = [
  {
    rule: 'delivery-mode-agreed',
    applies: () => true,
    say: ({ deliveryModes }) => {
      const modes = listOf(deliveryModes.map(deliveryModeName));
      return { zh: `与供方商定交付方式：${modes.zh}。`, en: `Agree on the delivery mode: ${modes.en}.` };
    },
    source: { zh: '供给所列方式', en: 'modes that the offer lists' },
  },
  {
    rule: 'recipient-tags-shown',
    applies: ({ recipientTags }) => recipientTags.length > 0,
    say: ({ recipientTags }) => {
      const tags = listOf(recipientTags.map(tagName));
      return { zh: `出示有效的资质证明：${tags.zh}。`, en: `Show valid proof of: ${tags.en}.` };
    },
    source: { zh: '供给的要求', en: 'asked by the offer' },
  },
  {
    rule: 'contract-important-data',
    applies: ({ securityClass }) => securityClass === 'important',
    say: contract,
    source: { zh: '《网络数据安全管理条例》第十二条', en: 'Network Data Security Management Regulations, Art 12' },
  },
  {
    rule: 'contract-high-level',
    applies: ({ securityClass, securityLevel }) => securityClass !== 'important' && securityLevel >= contractFromLevel,
    say: contract,
    // security-levels.json has this need of general data as a design rule, "from general knowledge"
    source: {
      zh: '本服务规则，参照《网络数据安全管理条例》第十二条；出自一般知识，未经核实',
      en: 'rule of this service after Network Data Security Management Regulations, Art 12 (from general knowledge)',
    },
  },
];

/** Something that the parties must still arrange, in the reader's language, with where that comes from. */
export type Obligation = { readonly rule: string; readonly sentence: string; readonly source: string };

/** What is left to arrange before the data of an offer can flow. */
export function obligationsOf(offer: OfferShown, locale: Locale): readonly Obligation[] {
  return rules
    .filter(({ applies }) => applies(offer))
    .map(({ rule, say, source }) => ({ rule, sentence: nameIn(locale, say(offer)), source: nameIn(locale, source) }));
}

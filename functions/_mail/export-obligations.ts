import { carries, isExport, isImportant, isPersonal, type ObligationRule } from './obligation-rule.ts';

const provisions = {
  zh: '《促进和规范数据跨境流动规定》',
  en: 'Provisions on Promoting and Regulating Cross-Border Data Flows',
};

/** What is left to arrange where data leaves the mainland; the gate has made sure of a way, which must still be gone. */
export const exportObligations: readonly ObligationRule[] = [
  {
    rule: 'individuals-informed-of-export',
    applies: (about) => isExport(about) && isPersonal(about) && !carries(about, 'consent-export'),
    say: () => ({
      zh: '供方向个人告知境外接收方的名称、联系方式、处理目的、处理方式、个人信息种类和行使权利的方式；以同意为依据的，取得单独同意。',
      en: 'The supplier tells the individuals who the recipient abroad is, how to reach it, purpose, manner and kinds, and how to exercise their rights; where consent is the basis, it obtains separate consent.',
    }),
    source: {
      zh: `《个人信息保护法》第三十九条；${provisions.zh}第十条`,
      en: `Personal Information Protection Law, Art 39; ${provisions.en}, Art 10`,
    },
  },
  {
    rule: 'export-security-assessment',
    applies: (about) => isExport(about) && (isImportant(about) || carries(about, 'cb-security-assessment')),
    say: () => ({
      zh: '与供方确认数据出境安全评估涵盖本次提供的目的、方式、范围、种类和规模，且在三年有效期内。',
      en: 'Confirm with the supplier that the security assessment of the export covers purpose, manner, scope, kinds and scale of yours, and is within its three years.',
    }),
    source: {
      zh: `${provisions.zh}第七条、第九条；《网络数据安全管理条例》第三十七条、第三十八条`,
      en: `${provisions.en}, Art 7 and 9; Network Data Security Management Regulations, Art 37 and 38`,
    },
  },
  {
    rule: 'export-standard-contract',
    applies: (about) => isExport(about) && carries(about, 'cb-standard-contract'),
    say: () => ({
      zh: '与供方订立个人信息出境标准合同，并由供方备案。',
      en: 'Conclude the standard contract for the export of personal information; the supplier files it.',
    }),
    source: {
      zh: `${provisions.zh}第八条；《个人信息保护法》第三十八条`,
      en: `${provisions.en}, Art 8; Personal Information Protection Law, Art 38`,
    },
  },
  {
    rule: 'export-certification',
    applies: (about) => isExport(about) && carries(about, 'cb-certification'),
    say: () => ({
      zh: '与供方确认个人信息出境认证涵盖本次提供。',
      en: 'Confirm with the supplier that its certification for the export of personal information covers yours.',
    }),
    source: {
      zh: `${provisions.zh}第八条；《个人信息出境认证办法》`,
      en: `${provisions.en}, Art 8; Measures for the Certification of Personal Information Export`,
    },
  },
  {
    rule: 'export-gba-contract',
    applies: (about) =>
      isExport(about) &&
      ((about.usedIn === 'HK' && carries(about, 'gba-sc-hk')) ||
        (about.usedIn === 'MO' && carries(about, 'gba-sc-mo'))),
    say: ({ usedIn }) => {
      const [zh, en] = usedIn === 'HK' ? ['香港', 'Hong Kong'] : ['澳门', 'Macao'];
      return {
        zh: `订立粤港澳大湾区（内地、${zh}）个人信息跨境流动标准合同并备案；不得向大湾区以外提供。`,
        en: `Conclude and file the Greater Bay Area standard contract (Mainland, ${en}); provide nothing outside the area.`,
      };
    },
    source: {
      zh: '粤港澳大湾区个人信息跨境流动标准合同实施指引',
      en: 'implementation guidelines of the Greater Bay Area standard contract',
    },
  },
  {
    rule: 'export-free-trade-zone',
    applies: (about) => isExport(about) && carries(about, 'cb-ftz-offlist'),
    say: () => ({
      zh: '与供方确认负面清单外的数据出境已向自由贸易试验区备案。',
      en: 'Confirm with the supplier that this export of data outside the negative list is filed with the free-trade zone.',
    }),
    source: { zh: `${provisions.zh}第六条`, en: `${provisions.en}, Art 6` },
  },
  {
    rule: 'export-genetic-report',
    applies: (about) => isExport(about) && carries(about, 'hgr-info'),
    say: () => ({
      zh: '供方事先报告向境外提供人类遗传资源信息，并提交信息备份。',
      en: 'Before it gives information on human genetic resources abroad the supplier reports so, and hands in a backup.',
    }),
    source: {
      zh: '《人类遗传资源管理条例》第二十八条；《人类遗传资源管理条例实施细则》第三十六条',
      en: 'Regulations on the Management of Human Genetic Resources, Art 28; their Rules, Art 36',
    },
    isGeneralKnowledge: true,
  },
];

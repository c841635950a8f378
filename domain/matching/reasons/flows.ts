import { jurisdictionName, transferFactName } from '../../vocabulary/names.ts';
import { entry } from './entry.ts';
import { basis, isLacking, lack, lacking, text } from './parts.ts';

const flow = { from: text, to: text, ...basis };

type Way = { readonly from: string; readonly to: string };
const wayZh = ({ from, to }: Way): string => `数据将从${jurisdictionName(from).zh}提供至${jurisdictionName(to).zh}使用`;
const wayEn = ({ from, to }: Way): string =>
  `The data would go from ${jurisdictionName(from).en} to be used in ${jurisdictionName(to).en}`;

/** Whether data may go from where it is kept to where it is used. */
export const flowReasons = {
  'jurisdiction-same': entry({ place: text }, (facts) => ({
    zh: `数据存放地与使用地相同：${jurisdictionName(facts.place).zh}。`,
    en: `The data is kept and used in the same place: ${jurisdictionName(facts.place).en}.`,
  })),
  'flow-domestic': entry({}, () => ({
    zh: '数据不出境，境内流动不属于数据出境。',
    en: 'The data stays in mainland China: a flow between its provinces is no export.',
  })),
  'flow-allowed': entry(flow, (facts) => ({
    zh: `${wayZh(facts)}，所需条件均已具备（依据：${facts.basisZh}）。`,
    en: `${wayEn(facts)}: all that is needed for it is there (basis: ${facts.basisEn}).`,
  })),
  'flow-lacks': entry({ ...flow, ...lack }, (facts) => ({
    zh: `${wayZh(facts)}，尚缺：${lacking(facts).zh}（依据：${facts.basisZh}）。`,
    en: `${wayEn(facts)}: still missing for it: ${lacking(facts).en} (basis: ${facts.basisEn}).`,
  })),
  'flow-asks': entry({ ...flow, ...lack }, (facts) => ({
    zh: `${wayZh(facts)}，是否允许须人工判断${isLacking(facts) ? `，且尚缺：${lacking(facts).zh}` : ''}（依据：${facts.basisZh}）。`,
    en: `${wayEn(facts)}: a person must decide whether it may${isLacking(facts) ? `; still missing: ${lacking(facts).en}` : ''} (basis: ${facts.basisEn}).`,
  })),
  'flow-fact-unstated': entry({ ...flow, fact: text }, (facts) => ({
    zh: `${wayZh(facts)}，供给未说明${transferFactName(facts.fact).zh}，须人工判断（依据：${facts.basisZh}）。`,
    en: `${wayEn(facts)}: it is not stated ${transferFactName(facts.fact).en}, so a person must decide (basis: ${facts.basisEn}).`,
  })),
  'flow-rule-none': entry({ from: text, to: text }, (facts) => ({
    zh: `${wayZh(facts)}，没有规则说明是否允许，须人工判断。`,
    en: `${wayEn(facts)}: no rule says whether it may, so a person must decide.`,
  })),
  'flow-prohibited': entry(flow, (facts) => ({
    zh: `${wayZh(facts)}，不得提供（依据：${facts.basisZh}）。`,
    en: `${wayEn(facts)}: this is not allowed (basis: ${facts.basisEn}).`,
  })),
};

import { actionAreaName, domainName } from '../../vocabulary/names.ts';
import { entry } from './entry.ts';
import { domains, ids, text } from './parts.ts';

/** Whether offer and demand are of one field. */
export const domainReasons = {
  'domain-same': entry({ domain: text }, (facts) => ({
    zh: `领域相同：${domainName(facts.domain).zh}。`,
    en: `Same domain: ${domainName(facts.domain).en}.`,
  })),
  'domain-narrower': entry({ offered: text, demanded: text }, (facts) => ({
    zh: `供给的领域（${domainName(facts.offered).zh}）属于所需领域（${domainName(facts.demanded).zh}）。`,
    en: `The offer's domain (${domainName(facts.offered).en}) is part of the demanded one (${domainName(facts.demanded).en}).`,
  })),
  'domain-broader': entry({ offered: text, demanded: text }, (facts) => ({
    zh: `供给的领域（${domainName(facts.offered).zh}）包含所需领域（${domainName(facts.demanded).zh}）。`,
    en: `The offer's domain (${domainName(facts.offered).en}) contains the demanded one (${domainName(facts.demanded).en}).`,
  })),
  'domain-same-section': entry({ offered: text, demanded: text, section: text }, (facts) => ({
    zh: `供给的领域（${domainName(facts.offered).zh}）与所需领域（${domainName(facts.demanded).zh}）同属${domainName(facts.section).zh}。`,
    en: `The offer's domain (${domainName(facts.offered).en}) and the demanded one (${domainName(facts.demanded).en}) both belong to ${domainName(facts.section).en}.`,
  })),
  'domain-linked': entry({ offered: text, demanded: text, area: text }, (facts) => ({
    zh: `供给的领域（${domainName(facts.offered).zh}）与所需领域（${domainName(facts.demanded).zh}）同属行动领域“${actionAreaName(facts.area).zh}”（对应关系由本服务编制）。`,
    en: `The offer's domain (${domainName(facts.offered).en}) and the demanded one (${domainName(facts.demanded).en}) belong to one action area, ${actionAreaName(facts.area).en} (a mapping made by this service).`,
  })),
  'domain-unrelated': entry({ offered: text, demanded: ids }, (facts) => ({
    zh: `供给的领域（${domainName(facts.offered).zh}）与所需领域（${domains(facts.demanded).zh}）无关。`,
    en: `The offer's domain (${domainName(facts.offered).en}) is unrelated to what is demanded (${domains(facts.demanded).en}).`,
  })),
};

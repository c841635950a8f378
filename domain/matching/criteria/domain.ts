import { type DomainRelation, domainRelation, linkingArea } from '../../vocabulary/domain-relations.ts';
import { type DomainCode, industry, sectionOf } from '../../vocabulary/industries.ts';
import { type Reason, reason } from '../reasons.ts';
import type { Criterion } from './criterion.ts';

/** Score of each relation; a scale of this service, GB/T 4754 gives the relations only. */
export const closeness: Readonly<Record<DomainRelation, number>> = {
  same: 1,
  narrower: 0.9,
  broader: 0.75,
  'same-section': 0.6,
  linked: 0.4,
  unrelated: 0,
};

function reasonFor(relation: Exclude<DomainRelation, 'unrelated'>, offered: DomainCode, demanded: DomainCode): Reason {
  switch (relation) {
    case 'same':
      return reason('domain-same', { domain: offered });
    case 'narrower':
      return reason('domain-narrower', { offered, demanded });
    case 'broader':
      return reason('domain-broader', { offered, demanded });
    case 'same-section':
      return reason('domain-same-section', { offered, demanded, section: sectionOf(offered) });
    case 'linked':
      return reason('domain-linked', { offered, demanded, area: linkingArea(offered, demanded)?.id ?? '' });
  }
}

/** The closest of the demanded domains counts; of several as close, the first that the demand names. */
export const domain: Criterion = {
  id: 'domain',
  judge: (offer, demand) => {
    const offered = offer.domain;
    const [best] = demand.domains
      .map((demanded) => ({ demanded, relation: domainRelation(offered, demanded) }))
      .sort((one, other) => closeness[other.relation] - closeness[one.relation]);
    if (best === undefined || best.relation === 'unrelated') {
      const terms = [offered, ...demand.domains].filter((code) => industry(code) === undefined);
      if (terms.length > 0) return { outcome: 'review', score: 0, reason: reason('term-unknown', { terms }) };
      return { outcome: 'fail', score: 0, reason: reason('domain-unrelated', { offered, demanded: demand.domains }) };
    }
    const why = reasonFor(best.relation, offered, best.demanded);
    return { outcome: 'pass', score: closeness[best.relation], reason: why };
  },
};

import { TokenNames } from '../../domain/access/token-names.ts';
import { WeightsEditions } from '../../domain/matching/weights.ts';
import { negativeLists, newerEdition } from './negative-lists.ts';
import type { Zone } from './zone.ts';

/** As OpenID Connect Discovery 1.0 (2) has it: HTTPS, and nothing behind the path. */
function isIssuer(issuer: string): boolean {
  const { protocol, search, hash } = URL.parse(issuer) ?? {};
  return protocol === 'https:' && search === '' && hash === '' && !issuer.endsWith('?') && !issuer.endsWith('#');
}

function identityComplaints({ issuer, audience, names, web }: Zone['identity']): readonly string[] {
  return [
    ...(isIssuer(issuer) ? [] : [`The zone's identity.issuer “${issuer}” must be an https address without ? and #.`]),
    ...(audience.trim() ? [] : ["The zone's identity.audience is empty."]),
    ...(TokenNames.safeParse(names).success ? [] : ["The zone's identity.names must name every claim and scope."]),
    ...(web.clientId.trim() ? [] : ["The zone's identity.web.clientId is empty."]),
  ];
}

function weightsComplaints(weights: Zone['weights']): readonly string[] {
  const { error } = WeightsEditions.safeParse(weights);
  const complaints = (error?.issues ?? []).map(
    ({ path }) =>
      `The zone's weights${path.map((step) => `.${String(step)}`).join('')} cannot be applied (0..1000, one above 0).`,
  );
  for (const [index, { version, effectiveFrom }] of weights.entries()) {
    const earlier = weights.slice(0, index);
    if (earlier.some((other) => other.version === version))
      complaints.push(`The zone has two editions of weights named ${version}.`);
    if (earlier.some((other) => other.effectiveFrom === effectiveFrom))
      complaints.push(`The zone has two editions of weights from ${effectiveFrom} on.`);
  }
  return complaints;
}

function negativeListsComplaints(ids: Zone['negativeLists']): readonly string[] {
  return ids.flatMap((id, index) => {
    if (!Object.hasOwn(negativeLists, id)) return [`The zone's negative list “${id}” is none that is known.`];
    const newer = newerEdition(id);
    return [
      ...(newer === undefined ? [] : [`The zone's negative list ${id} has a newer edition, ${newer}.`]),
      ...(ids.indexOf(id) < index ? [`The zone's negative list ${id} is named twice.`] : []),
    ];
  });
}

/** What is wrong with whose tokens a zone takes and by what it judges, in sentences. */
export function rulesComplaints(zone: Zone): readonly string[] {
  return [
    ...identityComplaints(zone.identity),
    ...weightsComplaints(zone.weights),
    ...negativeListsComplaints(zone.negativeLists),
  ];
}

import type { Demand } from '../demand/demand.ts';
import { fieldNames } from '../vocabulary/field-names.ts';
import { budgetBandOf } from './budget-band.ts';
import { addOwned, type Owned } from './counts.ts';

/** By what demands that nothing serves are counted; `all` is all of them together. */
const unmetBy = ['all', 'domain', 'purpose', 'field', 'budget', 'domain-purpose'] as const;
export type UnmetBy = (typeof unmetBy)[number];

/** Of how many columns of one demand is taken notice: a list of five hundred would say nothing of what is missing. */
const mostFields = 20;

/** What a column stands for: the group of its synonyms, else its own name without width, case and punctuation. */
function fieldOf({ name, label }: Demand['expectedFields'][number]): string | undefined {
  const names = [...fieldNames(name), ...fieldNames(label)];
  return names.find((one) => one.startsWith('=')) ?? names[0];
}

function fieldsOf({ expectedFields }: Demand): ReadonlySet<string> {
  const first = expectedFields.toSorted((a, b) => Number(b.required) - Number(a.required)).slice(0, mostFields);
  return new Set(first.flatMap((field) => fieldOf(field) ?? []));
}

/** Counts a demand that nothing serves, under each of the things that it asks for. */
export function countUnmet(cells: Owned, demand: Demand): void {
  const count = (by: UnmetBy, of: string): void => addOwned(cells, `${by} ${of}`, demand.organizationId);
  count('all', '');
  count('purpose', demand.purpose);
  count('budget', budgetBandOf(demand));
  for (const domain of demand.domains) {
    count('domain', domain);
    count('domain-purpose', `${domain} ${demand.purpose}`);
  }
  for (const field of fieldsOf(demand)) count('field', field);
}

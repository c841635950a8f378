import * as z from 'zod';
import { tagRow } from '../vocabulary/compliance-tags.ts';
import { isNeverListed, SecurityClass } from '../vocabulary/security-levels.ts';
import { type At, missingTags, tagConflicts } from '../vocabulary/tag-consistency.ts';

/** Refinements that say what they find even where other fields are wrong: one answer names all that is to be mended. */
export const whateverElse = { when: () => true } as const;

const Item = z.union([z.string(), z.object({ tag: z.string() }).transform(({ tag }) => tag)]).catch('');

// Runs beside the checks of each field, so on values that they may refuse: what is no tag takes part in nothing.
const list = z.array(Item).catch([]);

type Place = (index: number) => PropertyKey[];

function refuse(
  context: z.RefinementCtx,
  code: string,
  found: readonly At<object>[],
  tags: readonly string[],
  place: Place,
): void {
  for (const { index, ...facts } of found) {
    context.addIssue({ code: 'custom', path: place(index), input: tags[index], params: { ...facts, code } });
  }
}

const Carrying = z.object({ complianceTags: list });

/**
 * Refuses an offer whose tags contradict each other or its class, or lack a tag that they require. The class takes part in
 * the conflicts alone: what important data requires is asked for when a pair is judged, where a person can decide.
 */
export function refuseInconsistentTags(offer: unknown, context: z.RefinementCtx, securityClass?: SecurityClass): void {
  const tags = Carrying.safeParse(offer).data?.complianceTags ?? [];
  const place: Place = (index) => ['complianceTags', index];
  const beside = securityClass && ({ field: 'securityClass', tags: [`class-${securityClass}`] } as const);
  refuse(context, 'tag-conflict', tagConflicts(tags, beside), tags, place);
  refuse(context, 'tag-requires', missingTags(tags), tags, place);
  refuse(context, 'class-never-listed', neverListed(tags), tags, place);
}

/** Tags that say that the data is of a class that no listing may be of. */
function neverListed(tags: readonly string[]): readonly At<{ securityClass: SecurityClass }>[] {
  return tags.flatMap((tag, index) => {
    const { data: securityClass } = SecurityClass.safeParse(tag.replace(/^class-/, ''));
    return tag.startsWith('class-') && securityClass && isNeverListed(securityClass) ? [{ securityClass, index }] : [];
  });
}

const Asking = z.object({ requiredTags: list, preferredTags: list });

/** Refuses a demand that no offer could meet, or that prefers what would keep an offer from meeting it. */
export function refuseUnmeetableTags(demand: unknown, context: z.RefinementCtx): void {
  const { data } = Asking.safeParse(demand);
  if (!data) return;
  const { requiredTags, preferredTags } = data;
  refuse(context, 'tag-conflict', tagConflicts(requiredTags), requiredTags, (index) => ['requiredTags', index]);
  const across = tagConflicts(preferredTags, { field: 'requiredTags', tags: requiredTags });
  const preferred = across.filter(({ other }) => other.field === 'requiredTags');
  refuse(context, 'tag-conflict', preferred, preferredTags, (index) => ['preferredTags', index]);
}

const Holding = z.object({ heldTags: list });

// What data is, no party is: held, such a tag would forbid or allow by rules that are about the data.
const ofData = new Set(['subject', 'topic', 'class', 'origin', 'state', 'delivery']);

const notHoldable = (tags: readonly string[]): readonly At<{ kind: string }>[] =>
  tags.flatMap((tag, index) => {
    const kind = tagRow(tag)?.kind;
    return kind !== undefined && ofData.has(kind) ? [{ kind, index }] : [];
  });

/** Refuses an organization that would hold tags which contradict each other, or which say what data is. */
export function refuseUnholdableTags(organization: unknown, context: z.RefinementCtx): void {
  const tags = Holding.safeParse(organization).data?.heldTags ?? [];
  const place: Place = (index) => ['heldTags', index, 'tag'];
  refuse(context, 'tag-conflict', tagConflicts(tags), tags, place);
  refuse(context, 'not-holdable', notHoldable(tags), tags, place);
}

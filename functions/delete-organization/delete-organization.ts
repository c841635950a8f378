import type { OperatorAccess } from '../../domain/access/access.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { withdraw } from '../../domain/listing/lifecycle.ts';
import { isOpen } from '../../domain/listing/parts.ts';
import { erase, suspendOrganization } from '../../domain/organization/lifecycle.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { type Erased, ErasedMeanwhile } from '../_adapters/dynamo/erasing-store.ts';
import type { Kept } from '../_adapters/dynamo/kept-rows.ts';
import { deletionStatement, keptBecause } from '../_proofs/deletion-statement.ts';
import { type ExportStatement, exportStatement } from '../_proofs/export-statement.ts';
import type { DeletionRequest } from '../_requests/deletion-request.ts';
import type { Deps } from './deps.ts';
import { eraseListing } from './erase-listing.ts';

/** How far a deletion is; done, it ends with what the zone says of it. */
export type Deletion = {
  readonly state: 'erasing' | 'done';
  readonly removed: Erased;
  readonly statement?: string;
};

/** The API gives up after 30 seconds: what is left is for the next request. */
const workMs = 18_000;

/** Somebody else changed the record in that very moment. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** Whether the history has it suspended: until then its last versions are still on their way there, and would come behind what goes. */
const isRecorded = (history: readonly Kept[]): boolean =>
  Reflect.get(Object(history.at(-1)?.row['record']), 'suspended') === true;

/**
 * Has everything of an organization go that may (PIPL, Art 47), in as many requests as it takes: it is suspended, so that
 * nothing new comes; its listings are withdrawn, so that their matches end and those are told who were told of them; then
 * listing by listing goes, and the organization's own record last. Each step can be done again.
 */
export const deleteOrganization = (deps: Deps) => {
  const { clock, elapsed, erasing, kept, listings, logger, organizations, proofKey, task, zone } = deps;
  const eraseOne = eraseListing(deps);

  async function put(
    access: OperatorAccess,
    after: Organization,
    act: 'organization-suspended' | 'organization-deleted',
  ) {
    if (!(await organizations.put(access, after, act))) throw new Overtaken();
  }

  /** Answers whether every listing has gone. */
  async function eraseListings(access: OperatorAccess, id: OrganizationId, isLate: () => boolean): Promise<boolean> {
    let left = 0;
    for (const kind of ['offer', 'demand'] as const) {
      for await (const { listing } of listings.allOf(task, id, kind)) {
        if (isLate()) return false;
        if (isOpen(listing.status)) {
          await listings.save(access, withdraw(listing, clock()), listing);
          left += 1;
        } else if (!(await eraseOne(listing))) left += 1;
      }
    }
    return left === 0;
  }

  /** Answers whether it has gone. */
  async function eraseItself(access: OperatorAccess, before: Organization, note: string): Promise<boolean> {
    const id = before.id;
    const history = await Array.fromAsync(kept.partyHistory(task, id));
    if (!isRecorded(history)) return false;
    const invitations = await Array.fromAsync(kept.invitations(task, id));
    // Who has refused is never asked again, whatever becomes of the organization.
    const asked = invitations.filter(({ row }) => Reflect.get(Object(row['record']), 'state') !== 'refused');
    const preferences = await Array.fromAsync(kept.preferences(task, id));
    for (const rows of [asked, preferences, history]) await erasing.remove(task, id, rows, clock());
    await erasing.forgetNumber(task, id);
    await put(access, erase(before, note, clock()), 'organization-deleted');
    return true;
  }

  async function stated(
    access: OperatorAccess,
    id: OrganizationId,
    note: string,
    before: ExportStatement | undefined,
  ): Promise<Deletion> {
    const { 'kept-matches': matches, ...removed } = await erasing.counts(task, id);
    const statement = await deletionStatement.sign(
      {
        zone,
        organization: id,
        at: clock(),
        by: { organization: access.organization, caller: access.caller },
        note,
        removed,
        kept: keptBecause(matches),
        ...(before && { export: { digest: before.digest, endedAt: before.endedAt, counts: before.counts } }),
      },
      await proofKey(),
    );
    return { state: 'done', removed: { ...removed, 'kept-matches': matches }, statement };
  }

  async function eraseAll(
    access: OperatorAccess,
    found: Organization,
    note: string,
    exported: ExportStatement | undefined,
  ): Promise<Deletion> {
    const begun = elapsed();
    const { id } = found;
    // With this note, whatever it was suspended for: so who deletes stands in the audit record before anything goes.
    const suspended = found.erasedAt ? found : suspendOrganization(found, note, clock());
    if (suspended !== found) await put(access, suspended, 'organization-suspended');
    // Of one that has gone, too: what was posted in the very moment of its deletion came to light behind it.
    const haveListingsGone = await eraseListings(access, id, () => elapsed() - begun > workMs);
    if (haveListingsGone && found.erasedAt) return stated(access, id, note, exported);
    if (!haveListingsGone || !(await eraseItself(access, suspended, note))) {
      return { state: 'erasing', removed: await erasing.counts(task, id) };
    }
    logger.info('organization deleted', { organizationId: id });
    return stated(access, id, note, exported);
  }

  return {
    /** What the zone has said of an export; undefined where that is none of this organization's. */
    async exported(id: OrganizationId, token: string): Promise<ExportStatement | undefined> {
      const said = await exportStatement.read(token, await proofKey());
      return said?.organization === id ? said : undefined;
    },

    /** Undefined where there is no such organization. Where somebody else is at it in that very moment, it is asked for again. */
    async erase(
      access: OperatorAccess,
      id: OrganizationId,
      { note }: DeletionRequest,
      exported: ExportStatement | undefined,
    ): Promise<Deletion | undefined> {
      const found = await organizations.get(task, id);
      if (!found) return undefined;
      try {
        return await eraseAll(access, found, note, exported);
      } catch (error) {
        if (!(error instanceof Overtaken || error instanceof ErasedMeanwhile)) throw error;
        return { state: 'erasing', removed: await erasing.counts(task, id) };
      }
    },
  };
};

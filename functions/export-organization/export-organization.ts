import type { OperatorAccess } from '../../domain/access/access.ts';
import { ListingId, type OrganizationId } from '../../domain/ids.ts';
import type { ListingKind } from '../../domain/listing/listing.ts';
import { exportStatement } from '../_proofs/export-statement.ts';
import type { Deps } from './deps.ts';
import { countWith, digestWith, exportCursor, type Position, type Progress } from './export-page.ts';
import { type Line, linesOf, type Part } from './lines.ts';
import { shownEntry } from './shown-entry.ts';

/** Well below what a Lambda may answer (6 MB), as the last line comes on top. */
const mostBytes = 1_500_000;

/** The API gives up after 30 seconds: what is read by then is a page, however little of it may be shown. */
const workMs = 15_000;

/** A page of lines, and either where the next one begins or what the zone says of the whole. */
export type ExportPage = {
  readonly lines: readonly string[];
  readonly nextCursor?: string;
  readonly statement?: string;
};

type Placed = Line & { readonly at: Position };

/** Lines of several parts, those behind a position. */
async function* behind(
  parts: readonly Part[],
  at: Omit<Position, 'part' | 'order'>,
  from: Position | undefined,
): AsyncGenerator<Placed> {
  for (const [part, lines] of parts.entries()) {
    if (part < (from?.part ?? 0)) continue;
    const after = from?.part === part ? from.order : undefined;
    for await (const line of lines(after)) {
      if (after === undefined || line.order > after) yield { ...line, at: { ...at, part, order: line.order } };
    }
  }
}

/**
 * Hands out everything that is kept of an organization, a page at a time: what it is, its listings with every version, match
 * and telling, and the audit record of it. Nothing of it is another party's secret (lines.ts).
 */
export const exportOrganization = (deps: Deps) => {
  const { audit, clock, elapsed, entries, listings, logger, organizations, proofKey, task, zone } = deps;

  async function* lines(access: OperatorAccess, id: OrganizationId, from: Position): AsyncGenerator<Placed> {
    const { ofItself, ofListing } = linesOf(deps, access, id);
    const stages = ['itself', 'offer', 'demand', 'audit'] as const;
    const isDone = (stage: Position['stage']): boolean => stages.indexOf(stage) < stages.indexOf(from.stage);
    if (!isDone('itself')) yield* behind(ofItself, { stage: 'itself' }, from);
    for (const kind of ['offer', 'demand'] as const) if (!isDone(kind)) yield* ofKind(kind);
    const after = from.stage === 'audit' ? from.place : undefined;
    for await (const { entry, place } of entries.oldestFirst(access, { organization: id }, after)) {
      yield { table: 'audit', record: shownEntry(entry, id), order: place.sortKey, at: { stage: 'audit', place } };
    }

    async function* ofKind(kind: ListingKind): AsyncGenerator<Placed> {
      const place = from.stage === kind ? from.place : undefined;
      // The listing in the middle of which the page before has ended.
      const { data: begun } = ListingId.safeParse(place?.id);
      const [listing] = begun ? await listings.getMany(task, [begun]) : [];
      if (listing) yield* behind(ofListing(listing), { stage: kind, place }, from);
      for await (const next of listings.allOf(task, id, kind, place)) {
        yield* behind(ofListing(next.listing), { stage: kind, place: next.place }, undefined);
      }
    }
  }

  async function pageFrom(access: OperatorAccess, begun: Progress): Promise<ExportPage> {
    const { organization, begunAt } = begun;
    const page: string[] = [];
    const end = elapsed() + workMs;
    let [progress, bytes] = [begun, 0];
    for await (const { at: position, table, record } of lines(access, organization, begun.position)) {
      progress = { ...progress, position };
      if (record !== undefined) {
        const line = JSON.stringify({ table, record });
        page.push(line);
        bytes += Buffer.byteLength(line);
        const { counts, digest } = progress;
        progress = { ...progress, counts: countWith(counts, table), digest: digestWith(digest, line) };
      }
      if (bytes < mostBytes && elapsed() < end) continue;
      return { lines: page, nextCursor: await exportCursor.sign(progress, await proofKey()) };
    }
    const by = { organization: access.organization, caller: access.caller };
    const { counts, digest } = progress;
    const said = { zone, organization, begunAt, endedAt: clock(), by, counts, digest };
    logger.info('organization exported', { organizationId: organization, digest });
    return { lines: page, statement: await exportStatement.sign(said, await proofKey()) };
  }

  return {
    /** The first page; undefined where there is no such organization. */
    async begin(access: OperatorAccess, id: OrganizationId): Promise<ExportPage | undefined> {
      if (!(await organizations.get(access, id))) return undefined;
      const begunAt = clock();
      await audit.record(access, [{ subject: id, at: begunAt, act: 'organization-exported' }]);
      const position = { stage: 'itself' } as const;
      return pageFrom(access, { organization: id, begunAt, position, counts: {}, digest: '' });
    },

    /** A further page; undefined where the cursor is not of this organization's export. */
    async goOn(access: OperatorAccess, id: OrganizationId, cursor: string): Promise<ExportPage | undefined> {
      const progress = await exportCursor.read(cursor, await proofKey());
      return progress?.organization === id ? pageFrom(access, progress) : undefined;
    },
  };
};

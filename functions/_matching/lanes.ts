import type { Logger } from '@aws-lambda-powertools/logger';
import type { SystemAccess } from '../../domain/access/access.ts';
import { domainsOf, type Listing } from '../../domain/listing/listing.ts';
import { roomLeft } from '../../domain/matching/shares.ts';
import type { NotTaken } from '../_adapters/batches.ts';
import type { makeUsageStore } from '../_adapters/dynamo/usage-store.ts';
import type { Outgoing, QueueSender } from '../_adapters/sqs/queue-sender.ts';
import type { Clock } from '../_runtime/clock.ts';
import type { LanesEnv } from './lanes-env.ts';

/** A request to judge a listing. */
export type ListingRequest = Outgoing & { readonly listing: Listing };

type Scope = keyof LanesEnv['PROMPT_LISTINGS_A_MINUTE'];

type Deps = {
  readonly access: SystemAccess;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly usage: Pick<ReturnType<typeof makeUsageStore>, 'use'>;
  readonly shares: LanesEnv['PROMPT_LISTINGS_A_MINUTE'];
  readonly sendMatchRequests: QueueSender;
  readonly sendOverflow: QueueSender;
};

/**
 * Sends requests to the queue that is judged at once, but those to the other queue that are more than an organization's or
 * a domain's share of this minute: whoever posts much, and whatever is posted much, keeps nobody else waiting. What an
 * organization has above its own share does not count as its domain's.
 */
export const sendingInLanes = (deps: Deps) => {
  async function withinShare(scope: Scope, name: string, requests: readonly ListingRequest[]) {
    const now = deps.clock();
    // Minutes in UTC are minutes in every time zone of a zone.
    const used = await deps.usage.use(
      deps.access,
      { of: `${scope}#${name}`, window: now.slice(0, 16) },
      requests.length,
      now,
    );
    const room = roomLeft(requests.length, used, deps.shares[scope]);
    if (room < requests.length) deps.logger.warn('share exceeded', { scope, name, listings: requests.length - room });
    return requests.slice(0, room);
  }

  async function promptOf(requests: readonly ListingRequest[]): Promise<ReadonlySet<ListingRequest>> {
    const prompt = new Set<ListingRequest>();
    for (const [organization, own] of Map.groupBy(requests, ({ listing }) => listing.organizationId)) {
      for (const request of await withinShare('organization', organization, own)) prompt.add(request);
    }
    const domains = new Set([...prompt].flatMap(({ listing }) => domainsOf(listing)));
    for (const domain of domains) {
      const under = [...prompt].filter(({ listing }) => domainsOf(listing).includes(domain));
      const within = new Set(await withinShare('domain', domain, under));
      for (const request of under) if (!within.has(request)) prompt.delete(request);
    }
    return prompt;
  }

  return async (requests: readonly ListingRequest[]): Promise<NotTaken> => {
    const prompt = await promptOf(requests);
    const notTaken = await Promise.all([
      deps.sendMatchRequests(requests.filter((request) => prompt.has(request))),
      deps.sendOverflow(requests.filter((request) => !prompt.has(request))),
    ]);
    return new Map(notTaken.flatMap((one) => [...one]));
  };
};

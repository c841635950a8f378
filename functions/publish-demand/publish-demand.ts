import { Demand, type DemandInput } from '../../domain/demand/demand.ts';
import { publish } from '../../domain/listing/lifecycle.ts';
import type { PublishCommand, Published } from '../_listings/publish-route.ts';
import type { Deps } from './deps.ts';

/** Records a demand, once for each idempotency key of its organization. */
export const publishDemand =
  ({ clock, newId, publisher }: Pick<Deps, 'clock' | 'newId' | 'publisher'>) =>
  async ({ organization, input, request }: PublishCommand<DemandInput>): Promise<Published> => {
    const now = clock();
    const state = publish(input, now);
    if (typeof state === 'string') return state;
    const listing = Demand.parse({ ...state, id: newId(), organizationId: organization });
    return { listing, outcome: await publisher.publish(listing, request && { ...request, now }) };
  };

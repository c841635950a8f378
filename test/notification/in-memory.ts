import type { Match } from '../../domain/match/match.ts';
import type { Delivery } from '../../functions/_adapters/dynamo/delivery-store.ts';
import { makeMailLinks } from '../../functions/_links/mail-links.ts';
import { makeMark } from '../../functions/_links/mail-mark.ts';
import { makeTellingDeps, type TellingDeps } from '../../functions/_notification/telling-deps.ts';
import { TellingEnv } from '../../functions/_notification/telling-env.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { tellingVariables } from '../functions/telling-variables.ts';
import { keysOf, newKey } from '../links/keys.ts';
import { matchId } from '../stores/ids.ts';

export const offer = anOffer();
export const demand = aDemand();

/** An open match between them; each number another one. */
export const matchOf = (n: number): Match => ({
  id: matchId(n),
  offerId: offer.id,
  demandId: demand.id,
  offerVersion: 1,
  demandVersion: 1,
  supplierId: offer.organizationId,
  buyerId: demand.organizationId,
  outcome: 'matched',
  status: 'open',
  score: 90,
  criteria: [],
  reviews: [],
  wasShown: false,
  rulebook: '',
  foundAt: now,
  updatedAt: now,
});

const keyOf = ({ matchId: match, contact }: Pick<Delivery, 'matchId' | 'contact'>): string => `${match} ${contact}`;

/** Deliveries as their store keeps them, in a map. */
export function deliveriesInMemory() {
  const rows = new Map<string, Delivery>();
  const store: Pick<TellingDeps['deliveries'], 'get' | 'put' | 'follow' | 'dueOf'> = {
    get: async (_, __, match, contact) => rows.get(keyOf({ matchId: match, contact })),
    put: async (_, delivery) => {
      rows.set(keyOf(delivery), delivery);
    },
    async follow(_, delivery, before) {
      const current = rows.get(keyOf(delivery));
      if (current?.state !== before?.state || current?.at !== before?.at) return false;
      rows.set(keyOf(delivery), delivery);
      return true;
    },
    dueOf: async () => [...rows.values()].filter(({ due }) => due !== undefined),
  };
  return { rows, store };
}

/** What telling works with, before a test puts its own in. */
export const tellingDeps = (): TellingDeps => ({
  ...makeTellingDeps('test', TellingEnv.parse(tellingVariables)),
  links: makeMailLinks(keysOf(newKey), tellingVariables.PUBLIC_BASE_URL),
  mark: makeMark(keysOf(newKey)),
});

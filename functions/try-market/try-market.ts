import { secondsBetween } from '../../domain/time.ts';
import { errorName } from '../_runtime/queue-messages.ts';
import { canaryDemand, canaryOffer, canaryTitle } from './canary-listings.ts';
import type { Deps } from './deps.ts';

type Figures = { readonly passed: number; readonly failed: number; readonly secondsToMatch: number };

/**
 * Does what an enterprise does, and sees that it works: posts an offer and a demand that fit each other and nobody else, waits
 * for the match, withdraws both, and sees that the match is gone. What a run before left is withdrawn first, and what this one
 * posted in any case.
 */
export const tryMarket = ({ logger, clock, supplier, buyer, pause, withinSeconds }: Deps) => {
  async function withdrawAll(): Promise<void> {
    for (const id of await supplier.listed('offers', canaryTitle)) await supplier.withdraw('offers', id);
    for (const id of await buyer.listed('demands', canaryTitle)) await buyer.withdraw('demands', id);
  }

  /** How many seconds it took until it was so; undefined where it was not in time. */
  async function untilMatch(is: boolean, offer: string, demand: string): Promise<number | undefined> {
    const begun = clock();
    for (;;) {
      if ((await buyer.hasMatch(offer, demand)) === is) return secondsBetween(begun, clock());
      if (secondsBetween(begun, clock()) > withinSeconds) return undefined;
      await pause();
    }
  }

  async function attempt(): Promise<number> {
    const offer = await supplier.post('offers', canaryOffer(clock()));
    const demand = await buyer.post('demands', canaryDemand(clock()));
    const found = await untilMatch(true, offer, demand);
    if (found === undefined) throw new CanaryFailed('no match was found in time');
    await supplier.withdraw('offers', offer);
    if ((await untilMatch(false, offer, demand)) === undefined)
      throw new CanaryFailed('the match of a withdrawn offer did not end in time');
    await buyer.withdraw('demands', demand);
    return found;
  }

  return async (): Promise<Figures> => {
    try {
      await withdrawAll();
      const secondsToMatch = await attempt();
      logger.info('canary passed', { secondsToMatch });
      return { passed: 1, failed: 0, secondsToMatch };
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      logger.error('canary failed', { errorName: errorName(error), reason });
      await withdrawAll().catch((left: unknown) =>
        logger.error('canary not withdrawn', { errorName: errorName(left) }),
      );
      return { passed: 0, failed: 1, secondsToMatch: 0 };
    }
  };
};

/** The zone took what was posted, and did not do with it what it should. */
class CanaryFailed extends Error {
  override readonly name = 'CanaryFailed';
}

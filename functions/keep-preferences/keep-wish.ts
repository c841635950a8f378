import type { RecipientAccess } from '../../domain/access/access.ts';
import { type Preferences, type Wanted, withWanted } from '../../domain/contact/preferences.ts';
import { shortDigest } from '../_runtime/ids.ts';
import type { Deps } from './deps.ts';
import { attempts, WishKeepsFailing } from './owner.ts';

/**
 * Writes what the owner of an address wants from now on; nothing where that is on record already. What somebody else wrote
 * meanwhile is read anew, and only what was asked for is changed in it.
 */
export const keepWish =
  ({ clock, logger, preferences, save }: Pick<Deps, 'clock' | 'logger' | 'preferences' | 'save'>) =>
  async (
    access: RecipientAccess,
    wish: (before: Preferences | undefined) => Wanted,
    said: 'preferences changed' | 'unsubscribed',
  ): Promise<void> => {
    const { organization: organizationId, contact } = access;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await preferences.get(access, organizationId, contact);
      const at = clock();
      const next = withWanted({ organizationId, contact }, before, wish(before), at);
      if (!next) return;
      const short = shortDigest(contact);
      if (await save(access, next, { subject: organizationId, at, act: 'preferences-changed', contact: short })) {
        const { matches, supplierReport } = next;
        logger.info(said, { organizationId, contact: short, matches, supplierReport });
        return;
      }
    }
    throw new WishKeepsFailing(`preferences changed ${attempts} times while a wish was written`);
  };

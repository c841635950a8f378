import { mailboxOf } from '../../domain/contact/address.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { dayIn, type Instant } from '../../domain/time.ts';
import { contactDigest } from '../_runtime/ids.ts';
import type { Deps } from './deps.ts';

/**
 * Counts an invitation of today's, and answers whether it may go: a mailbox is asked only so often a day, whoever asks and
 * however its address is spelt. What an organization has too many of does not count against the mailbox.
 */
export const countInvitation =
  ({ access, usage, limits, timeZone }: Pick<Deps, 'access' | 'usage' | 'limits' | 'timeZone'>) =>
  async (organization: OrganizationId, email: string, now: Instant): Promise<boolean> => {
    const window = dayIn(timeZone, now);
    const within = async (of: string, most: number): Promise<boolean> =>
      (await usage.use(access, { of: `invitations#${of}`, window }, 1, now)) <= most;
    return (
      (await within(`organization#${organization}`, limits.organization)) &&
      (await within(`address#${contactDigest(mailboxOf(email))}`, limits.address))
    );
  };

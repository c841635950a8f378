import { type RecipientAccess, recipientAccess } from '../../domain/access/access.ts';
import { withdrawal } from '../../domain/contact/invitation.ts';
import { withdrawn } from '../../domain/organization/lifecycle.ts';
import { mailboxRefusal } from '../_contacts/mailbox-refusal.ts';
import { mailboxDigest, shortDigest } from '../_runtime/ids.ts';
import type { Deps } from './deps.ts';
import { attempts, findNamed, WishKeepsFailing } from './owner.ts';

/**
 * Takes back that an organization may mail an address: its contact is confirmed no more, under no spelling of the same
 * mailbox, and it can never be invited again, as after a refusal. Whoever has withdrawn has.
 */
export const withdraw = (deps: Deps) => {
  const { clock, invitations, logger } = deps;

  /** False where somebody else was faster. */
  async function write(reader: RecipientAccess): Promise<boolean> {
    const { organization: organizationId, contact } = reader;
    const [named, before] = await Promise.all([
      findNamed(deps, reader),
      invitations.get(reader, organizationId, contact),
    ]);
    const at = clock();
    const next = named && withdrawn(named.contact.email, named.organization, at);
    if (before?.state === 'refused' && !next) return true;
    const mailbox = named ? mailboxDigest(named.contact.email) : before?.mailbox;
    const access = mailbox === undefined ? reader : recipientAccess({ ...reader, mailbox });
    const owner = { organizationId, contact, id: deps.newInvitationId(), ...(mailbox !== undefined && { mailbox }) };
    const refused = withdrawal(owner, before, at);
    const version = (next ?? named?.organization)?.version;
    const short = shortDigest(contact);
    const written = await deps.answer(access, {
      invitation: refused,
      mailbox: await mailboxRefusal(invitations, access, refused),
      organization: next,
      audited: {
        subject: organizationId,
        ...(version !== undefined && { version }),
        at,
        act: 'contact-refused',
        contact: short,
      },
    });
    if (written) logger.info('contact refused', { organizationId, contact: short });
    return written;
  }

  return async (access: RecipientAccess): Promise<void> => {
    for (let attempt = 0; attempt < attempts; attempt++) if (await write(access)) return;
    throw new WishKeepsFailing(`the organization changed ${attempts} times while an address was withdrawn`);
  };
};

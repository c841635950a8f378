import * as z from 'zod';
import { Preferences } from '../../domain/contact/preferences.ts';
import { MatchId } from '../../domain/ids.ts';
import { signedToken } from './signed-token.ts';

/** Who reads a mail: one address, by its digest, of one organization. It says nothing to whoever finds it in a log. */
const Reader = Preferences.pick({ organizationId: true, contact: true }).extend({ exp: z.int() });
export type Reader = z.infer<typeof Reader>;

/** Mails that a reader can have ended by one press. */
export const EndedMails = z.enum(['matches', 'supplier-report']);
export type EndedMails = z.infer<typeof EndedMails>;

const UnsubscribeLink = Reader.extend({ ends: EndedMails });
export type UnsubscribeLink = z.infer<typeof UnsubscribeLink>;

const MatchLink = Reader.extend({ matchId: MatchId });
export type MatchLink = z.infer<typeof MatchLink>;

/** Ends one kind of mails for one address of one organization, and nothing else. */
export const unsubscribeToken = signedToken('unsubscribe', UnsubscribeLink);

/** Shows and changes what one address wants of one organization's mails. */
export const preferencesToken = signedToken('mail-preferences', Reader);

/** Shows one match to one address, as the mail did. */
export const matchToken = signedToken('match-page', MatchLink);

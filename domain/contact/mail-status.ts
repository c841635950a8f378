/**
 * Permanent statuses of RFC 3463, and of its registry at IANA, that speak of the address itself: no mail to it will arrive.
 * 5.1.0 to 5.1.3 and 5.1.6 there is no such mailbox or domain, 5.1.10 the domain takes no mail (RFC 7505), 5.2.1 the mailbox
 * is disabled. Left out: 5.1.7 and 5.1.8 speak of the sender, 5.2.2 of a mailbox that is full, 5.3.4 of a mail that is too
 * large, 5.7 of policies; 5.0.0 says nothing, and comes as well where a relay is blocked, whoever is written to.
 */
const aboutAddress: ReadonlySet<string> = new Set(['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/** Answers without such a status that can mean nothing else: 551 the user is not there (RFC 5321), 556 the domain takes no mail (RFC 7504). */
const repliesAboutAddress: ReadonlySet<string> = new Set(['551', '556']);

const enhancedIn = (status: string): string | undefined => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(status)?.[0];

/**
 * Whether a permanent refusal, such as `550 5.1.1`, `5.1.1` or `551`, means the address and not this one mail. A 550 alone
 * may be either: it stops nobody.
 */
export function meansAddress(status: string): boolean {
  const enhanced = enhancedIn(status);
  return enhanced === undefined ? repliesAboutAddress.has(status) : aboutAddress.has(enhanced);
}

/** The status that says most: where the first says nothing (RFC 3463: X.0.0), what the words of the server have in its place. */
export function tellingStatus(status: string, diagnostic: string | undefined): string {
  if (!/^[245]\.0\.0$/.test(status)) return status;
  return enhancedIn(diagnostic ?? '') ?? status;
}

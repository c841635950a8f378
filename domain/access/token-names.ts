import * as z from 'zod';

const name = z.string().min(1).max(200);

/** How the zone's issuer names what a token says: claims of an access token (RFC 9068), and the scopes of its callers. */
export const TokenNames = z.strictObject({
  claims: z.strictObject({ organization: name, subject: name, client: name, scope: name }),
  scopes: z.strictObject({ member: name, operator: name }),
});
export type TokenNames = z.infer<typeof TokenNames>;

/** As RFC 9068 names them, with `org_id` for the organization. */
export const standardNames: TokenNames = {
  claims: { organization: 'org_id', subject: 'sub', client: 'client_id', scope: 'scope' },
  scopes: { member: 'member', operator: 'operator' },
};

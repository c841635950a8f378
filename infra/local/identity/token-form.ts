import * as z from 'zod';
import type { Stack } from '../template/stack.ts';

/** How the zone's Lambdas expect a token's claims and scopes to be named: their variable CLAIM_NAMES. */
const TokenNames = z.object({
  claims: z.object({ organization: z.string(), subject: z.string(), client: z.string(), scope: z.string() }),
  scopes: z.object({ member: z.string(), operator: z.string() }),
});

/** What a token says beside who was granted what: whom it is for, and how it names its claims and scopes. */
export type TokenForm = { readonly aud: string; readonly names: z.infer<typeof TokenNames> };

const standardNames: TokenForm['names'] = {
  claims: { organization: 'org_id', subject: 'sub', client: 'client_id', scope: 'scope' },
  scopes: { member: 'member', operator: 'operator' },
};

const Told = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(TokenNames);
const Variables = z.object({ Environment: z.object({ Variables: z.object({ CLAIM_NAMES: Told }) }) });

/** What the zone expects of a token, as the template tells its Lambdas; by the standard names where it tells nothing. */
export function tokenForm(stack: Stack): TokenForm {
  const told = stack.ofType('AWS::Lambda::Function').flatMap((resource) => {
    const { data } = Variables.safeParse(resource.properties());
    return data ? [data.Environment.Variables.CLAIM_NAMES] : [];
  });
  return { aud: stack.parameter('OidcAudience'), names: told[0] ?? standardNames };
}

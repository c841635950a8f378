import * as z from 'zod';

const Party = z.object({ organization: z.string().min(1), clientId: z.string().min(1) });

export const Env = z.object({
  PUBLIC_BASE_URL: z.url(),
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1),
  MEMBER_SCOPE: z.string().min(1),
  CANARY_PARTIES: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.object({ supplier: Party, buyer: Party })),
  CANARY_WITHIN_SECONDS: z.coerce.number().int().min(1),
  CANARY_LOGIN_SECRET: z.string().min(1),
});
export type Env = z.infer<typeof Env>;

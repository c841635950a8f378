import * as z from 'zod';
import { TokenNames } from '../../domain/access/token-names.ts';

/** The variable of each Lambda behind the API. */
export const TokenNamesEnv = z.object({
  CLAIM_NAMES: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(TokenNames),
});

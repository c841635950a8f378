import * as z from 'zod';

const Share = z.int().min(1);

/** The variables of each Lambda that asks for a listing to be judged because somebody changed something. */
export const LanesEnv = z.object({
  MATCH_REQUESTS_QUEUE_URL: z.string().min(1),
  MATCH_OVERFLOW_QUEUE_URL: z.string().min(1),
  USAGE_TABLE: z.string().min(1),
  /** How many listings of one organization, and of one domain, are judged at once in a minute; more wait. */
  PROMPT_LISTINGS_A_MINUTE: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.strictObject({ organization: Share, domain: Share })),
});
export type LanesEnv = z.infer<typeof LanesEnv>;

import type * as z from 'zod';

/** A Lambda's environment lacks a variable, or has one of the wrong form: it must not start. */
class EnvironmentIncomplete extends Error {
  override readonly name = 'EnvironmentIncomplete';
}

/** Reads a Lambda's variables. Throws EnvironmentIncomplete, which names the variables and never their values. */
export function parseEnv<T extends z.ZodType>(schema: T, variables: Record<string, string | undefined>): z.infer<T> {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new EnvironmentIncomplete(`missing or malformed: ${[...new Set(names)].join(', ')}`);
}

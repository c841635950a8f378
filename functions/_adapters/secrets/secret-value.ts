import type * as z from 'zod';

/** A secret does not hold what it should. */
class SecretUnreadable extends Error {
  override readonly name = 'SecretUnreadable';
}

function json(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}

/** What a secret holds. Throws SecretUnreadable, which names places and repeats nothing: messages of errors come into logs. */
export function parseSecret<T extends z.ZodType>(schema: T, secretString: string | undefined): z.infer<T> {
  const parsed = schema.safeParse(json(secretString));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ code, path }) => `${code} at /${path.join('/')}`);
  throw new SecretUnreadable(`a secret has not the form that is asked for: ${places.join('; ')}`);
}

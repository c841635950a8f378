import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseSecret } from '../../functions/_adapters/secrets/secret-value.ts';

const Login = z.object({ username: z.string(), password: z.string() });

describe('a secret', () => {
  it('is read by its schema', () => {
    expect(parseSecret(Login, '{"username":"zone","password":"hunter2"}')).toEqual({
      username: 'zone',
      password: 'hunter2',
    });
  });

  it.each([
    ['the password alone', 'hunter2'],
    ['JSON that is cut off', '{"username":"zone","password":"hunter2"'],
    ['a list', '["zone","hunter2"]'],
    ['other names', '{"user":"zone","pass":"hunter2"}'],
    ['nothing', undefined],
  ])('that holds %s is an error that repeats nothing of it', (_, value) => {
    const read = () => parseSecret(Login, value);
    expect(read).toThrow(expect.objectContaining({ name: 'SecretUnreadable' }));
    expect(read).not.toThrow(/hunter|zone/);
  });
});

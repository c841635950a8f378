import type { SigningKey, SigningKeys } from '../../functions/_adapters/secrets/signing-keys.ts';

/** Keys in a secret, the current one first. */
export const keysOf = (...keys: readonly SigningKey[]): SigningKeys => ({
  current: async () => keys[0] ?? Promise.reject(new Error('no key')),
  byId: async (id) => keys.find((key) => key.id === id),
});

export const oldKey: SigningKey = { id: 'old00000', key: 'o'.repeat(64) };
export const newKey: SigningKey = { id: 'new00000', key: 'n'.repeat(64) };

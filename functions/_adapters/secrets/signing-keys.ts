import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { parseSecret } from './secret-value.ts';

/** The shortest key that is taken: 256 bits in base64. */
const SigningSecret = z.object({ key: z.string().min(43) });

/** A key that the zone signs with. Its id is the beginning of its version's. */
export type SigningKey = { readonly id: string; readonly key: string };

export type SigningKeys = {
  /** The key to sign with. */
  current(): Promise<SigningKey>;
  /** The key that something was signed with: the current one or the one before; undefined where it is neither. */
  byId(id: string): Promise<SigningKey | undefined>;
};

type Stage = 'AWSCURRENT' | 'AWSPREVIOUS';
type Read = { readonly at: number; readonly keys: readonly SigningKey[] };

/** How long keys are kept, and how soon they may be read anew for a key that is not among them, in milliseconds. */
const keptMs = 300_000;
const soonestMs = 10_000;

/** Reads the value of a version, as it is in a secret that holds a signing key. Throws where it holds none. */
export const parseSigningKey = (secretString: string | undefined): string =>
  parseSecret(SigningSecret, secretString).key;

/** A secret's value that holds this key. */
export const signingSecret = (key: string): string => JSON.stringify({ key });

/**
 * The keys in a secret that is rotated: what was signed with the key before the current one still counts, and what was
 * signed two rotations ago does not. `nowMs` tells the time.
 */
export function makeSigningKeys(client: SecretsManagerClient, secretId: string, nowMs: () => number): SigningKeys {
  let last: Promise<Read> | undefined;

  async function readStage(VersionStage: Stage): Promise<readonly SigningKey[]> {
    try {
      const command = new GetSecretValueCommand({ SecretId: secretId, VersionStage });
      const { SecretString, VersionId = '' } = await client.send(command);
      return [{ id: VersionId.slice(0, 8), key: parseSigningKey(SecretString) }];
    } catch (error) {
      // Before the first rotation there is no previous version.
      if (VersionStage === 'AWSPREVIOUS' && error instanceof ResourceNotFoundException) return [];
      throw error;
    }
  }

  async function read(): Promise<Read> {
    const at = nowMs();
    return { at, keys: [...(await readStage('AWSCURRENT')), ...(await readStage('AWSPREVIOUS'))] };
  }

  async function readAtLeast(olderThanMs: number): Promise<Read> {
    const before = await last?.catch(() => undefined);
    if (before && nowMs() - before.at < olderThanMs) return before;
    last = read();
    return last;
  }

  return {
    async current() {
      const [key] = (await readAtLeast(keptMs)).keys;
      if (key) return key;
      throw new Error('the secret has no current version');
    },
    async byId(id) {
      const find = ({ keys }: Read) => keys.find((key) => key.id === id);
      return find(await readAtLeast(keptMs)) ?? find(await readAtLeast(soonestMs));
    },
  };
}

import * as z from 'zod';
import { parseSigningKey, signingSecret } from '../_adapters/secrets/signing-keys.ts';
import type { Deps } from './deps.ts';

/** How Secrets Manager asks for each of the four steps ("Lambda rotation functions", AWS Secrets Manager user guide). */
const RotationStep = z.object({
  SecretId: z.string(),
  ClientRequestToken: z.string().min(1),
  Step: z.enum(['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
});

/** What was asked for is no step of a rotation of this secret. */
class RotationRefused extends Error {
  override readonly name = 'RotationRefused';
}

/** Puts a new signing key into use. Each step may come more than once; the key before it goes on to be taken until the next. */
export const rotateSigningKey = ({ logger, secretId, versions, newSigningKey }: Deps) => {
  async function create(version: string): Promise<void> {
    if ((await versions.pending(version)) === undefined) {
      await versions.putPending(version, signingSecret(newSigningKey()));
    }
  }

  return async (event: unknown): Promise<void> => {
    const asked = RotationStep.parse(event);
    const version = asked.ClientRequestToken;
    if (asked.SecretId !== secretId) throw new RotationRefused('another secret was asked for');
    const stages = await versions.stages();
    const own = stages.get(version) ?? [];
    if (own.includes('AWSCURRENT')) return;
    if (!own.includes('AWSPENDING')) throw new RotationRefused('the version is not staged for rotation');
    switch (asked.Step) {
      case 'createSecret':
        return create(version);
      case 'setSecret':
        // Nobody else has to be told of the key.
        return;
      case 'testSecret': {
        const value = await versions.pending(version);
        // Setting up a schedule runs this step alone, on a version that nobody has filled (RotateSecret, RotateImmediately).
        if (value !== undefined) parseSigningKey(value);
        return;
      }
      case 'finishSecret': {
        parseSigningKey(await versions.pending(version));
        const [before] = [...stages].find(([, staged]) => staged.includes('AWSCURRENT')) ?? [];
        await versions.makeCurrent(version, before);
        logger.info('signing key rotated');
      }
    }
  };
};

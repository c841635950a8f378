import type { Construct } from 'constructs';
import { Intake } from '../intake/intake.ts';
import { SigningKeyRotation } from '../secrets/signing-key-rotation.ts';
import type { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';

/** What a zone takes in and shows: the API, its pages, and the keys that sign their links. */
export class IntakeStack extends ServiceStack {
  readonly intake: Intake;
  readonly rotation: SigningKeyRotation;

  constructor(scope: Construct, id: string, data: DataStack) {
    super(scope, id, data, 'its API');
    const { zone, storage, signingKeys: keys } = data;
    this.intake = new Intake(this, 'Intake', { zone, storage, keys });
    this.rotation = new SigningKeyRotation(this, 'SigningKeys', keys);
  }
}

import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Intake } from '../intake/intake.ts';
import { SigningKeyRotation } from '../secrets/signing-key-rotation.ts';
import type { Zone } from '../zones/zone.ts';
import type { DataStack } from './data-stack.ts';

/** What a zone takes in and shows: the API, its pages, and the keys that sign their links. */
export class IntakeStack extends Stack {
  readonly intake: Intake;
  readonly rotation: SigningKeyRotation;

  constructor(scope: Construct, id: string, { zone, data }: { readonly zone: Zone; readonly data: DataStack }) {
    super(scope, id, { env: { region: zone.region }, description: `Zonematch, zone ${zone.id}: its API` });
    data.key.serve(this);
    const { storage, signingKeys: keys } = data;
    this.intake = new Intake(this, 'Intake', { zone, storage, keys });
    this.rotation = new SigningKeyRotation(this, 'SigningKeys', keys);
  }
}

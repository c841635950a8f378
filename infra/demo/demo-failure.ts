import { LocalFailure } from '../local/local-failure.ts';

/** Why a demo could not be carried through, in a sentence for the person at the terminal. */
export class DemoFailure extends LocalFailure {}

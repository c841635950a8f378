import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * In place of the SDK's chain of providers: a Lambda's credentials are variables of its environment, and what asks a file, a
 * metadata service or a sign-in for them is code that it would load and never run.
 */
export const defaultProvider = fromEnv;

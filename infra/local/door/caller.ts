/** Which Lambda makes a call, and in which of its environments. */
export type Caller = { readonly lambda: string; readonly environment: string };

/** The access key of an environment: requests are signed with it, so that they tell where they come from. */
export const accessKeyOf = ({ lambda, environment }: Caller): string => `LOCAL${lambda}N${environment}`;

/** Who signed a request (AWS Signature Version 4), if it was an environment of a Lambda. */
export function callerIn(authorization: string | undefined): Caller | undefined {
  const [, lambda, environment] = /Credential=LOCAL(\w+)N(\d+)\//.exec(authorization ?? '') ?? [];
  return lambda && environment ? { lambda, environment } : undefined;
}

/** For which region a request was signed. */
export const regionIn = (authorization: string | undefined): string | undefined =>
  /Credential=\w+\/\d+\/([a-z0-9-]+)\//.exec(authorization ?? '')?.[1];

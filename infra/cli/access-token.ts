import { allowInsecureRequests, ClientSecretPost, Configuration, clientCredentialsGrant } from 'openid-client';
import { CliFailure } from './failure.ts';

/** A client of the zone's issuer that may ask for the operator's tokens (RFC 6749, 4.4). */
export type Client = {
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
};

/** A token for a client. Throws CliFailure where the issuer gives none. */
export async function tokenFor({ tokenEndpoint, clientId, clientSecret, scope }: Client): Promise<string> {
  const server = { issuer: new URL(tokenEndpoint).origin, token_endpoint: tokenEndpoint };
  const configuration = new Configuration(server, clientId, undefined, ClientSecretPost(clientSecret));
  // Addresses were checked before: without TLS only this machine is spoken to.
  if (tokenEndpoint.startsWith('http:')) allowInsecureRequests(configuration);
  try {
    return (await clientCredentialsGrant(configuration, { scope })).access_token;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliFailure({
      zh: `${tokenEndpoint} 未发放令牌：${why}`,
      en: `${tokenEndpoint} gave no token: ${why}`,
    });
  }
}

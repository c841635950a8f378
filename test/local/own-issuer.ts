import { createServer } from 'node:http';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { listenLocally } from '../../infra/local/listen.ts';
import type { Stoppable } from '../../infra/local/stoppable.ts';

/** An issuer of which a test holds the key, so that it can sign what no issuer should. */
export type OwnIssuer = Stoppable & {
  readonly url: string;
  readonly keyId: string;
  /** The public key as text: what a mixed-up verifier would take for a password. */
  readonly publicKeyText: string;
  /** Whether it answers at all. */
  available: boolean;
  sign(claims: Record<string, unknown>, header?: Record<string, string>): Promise<string>;
};

export async function startOwnIssuer(): Promise<OwnIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keyId = 'key-of-the-test';
  const keys = [{ ...(await exportJWK(publicKey)), kid: keyId, alg: 'RS256', use: 'sig' }];
  const server = createServer((request, response) => {
    const issuer = `http://${request.headers.host}`;
    const answer = request.url === '/keys' ? { keys } : { issuer, jwks_uri: `${issuer}/keys` };
    response.statusCode = own.available ? 200 : 503;
    response.end(own.available ? JSON.stringify(answer) : '');
  });
  const { address, stop } = await listenLocally(server, 0);
  const own: OwnIssuer = {
    url: address,
    keyId,
    publicKeyText: await exportSPKI(publicKey),
    available: true,
    sign: (claims, header = { kid: keyId }) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...header }).sign(privateKey),
    stop,
  };
  return own;
}

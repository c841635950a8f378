import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { TokenNames } from '../../domain/access/token-names.ts';
import { type Person, personIn } from './person-in.ts';

type Settings = {
  readonly url: string;
  readonly audience: string;
  readonly clientId: string;
  readonly names: TokenNames;
};

/** What is asked of the issuer and must come back, for one browser. */
export type Asked = { readonly state: string; readonly nonce: string; readonly verifier: string };

const secondsToAnswer = 5;

/** Only an issuer on this very machine may speak http. */
const isLocal = (url: string): boolean => /^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(url);

/** Whether a token is for the API, as the gateway decides it: by its audience, and by its client where it names none. */
const isFor = (audience: string, { aud, client_id }: JWTPayload): boolean =>
  aud === undefined ? client_id === audience : [aud].flat().includes(audience);

/** The zone's identity provider, as pages use it: authorization code flow with PKCE (RFC 9700, 2.1.1), a public client. */
export function makeIssuer({ url, audience, clientId, names }: Settings) {
  let known: Promise<{ config: Configuration; jwks: ReturnType<typeof createRemoteJWKSet> }> | undefined;

  async function discover() {
    const execute = isLocal(url) ? [allowInsecureRequests] : [];
    const config = await discovery(new URL(url), clientId, undefined, None(), { execute, timeout: secondsToAnswer });
    const jwks = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri ?? ''));
    return { config, jwks };
  }

  /** Asked once; anew where it failed. */
  async function metadata() {
    known ??= discover();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  }

  return {
    /** Where a browser is sent to sign in, and what must come back with it. */
    async begin(redirectUri: string, as: Person['as']): Promise<Asked & { readonly address: string }> {
      const { config } = await metadata();
      const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
      const address = buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: `openid ${names.scopes[as]}`,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { address: address.href, state, nonce, verifier };
    },

    /**
     * Who has signed in, by the access token that the issuer gives for the code in `returned`, checked as the gateway checks
     * one; undefined where it names neither a member nor, where one was asked for, the operator. Throws where anything came
     * back that was not asked for.
     */
    async finish(returned: URL, { state, nonce, verifier }: Asked, as: Person['as']): Promise<Person | undefined> {
      const { config, jwks } = await metadata();
      const { access_token: token } = await authorizationCodeGrant(config, returned, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const { payload } = await jwtVerify(token, jwks, {
        issuer: config.serverMetadata().issuer,
        requiredClaims: ['exp'],
      });
      return isFor(audience, payload) ? personIn(payload, names, as) : undefined;
    },
  };
}

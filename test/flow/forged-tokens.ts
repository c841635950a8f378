import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWTHeaderParameters,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import * as z from 'zod';
import type { OwnIssuer } from '../local/own-issuer.ts';

/** A key of an issuer as it is kept, private part included. */
export const IssuerKey = z.looseObject({ kid: z.string(), n: z.string(), e: z.string() });

type Parts = {
  /** The issuer of the zone that is attacked, and the key that it signs with. */
  readonly issuer: string;
  readonly key: z.infer<typeof IssuerKey>;
  /** An issuer of somebody else. */
  readonly foreign: OwnIssuer;
};

/** Tokens that nobody should take, and what the zone's own issuer would sign if it were asked to. */
export function makeForger({ issuer, key, foreign }: Parts) {
  const soon = () => Math.floor(Date.now() / 1000);
  const claimsOf = (own: Record<string, unknown> = {}): Record<string, unknown> => ({
    iss: issuer,
    aud: 'zonematch',
    sub: 'somebody',
    client_id: 'somebody',
    org_id: 'org-victim',
    scope: 'member operator',
    iat: soon(),
    exp: soon() + 600,
    ...own,
  });

  /** A token that the zone's own issuer has signed, with whatever it says. */
  async function signed(own: Record<string, unknown>, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
    const privateKey = await importJWK(key, 'RS256');
    return new SignJWT(claimsOf(own)).setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header }).sign(privateKey);
  }

  const publicKeyText = async (): Promise<string> => {
    const { kid, n, e } = key;
    const publicKey = await importJWK({ kty: 'RSA', kid, n, e }, 'RS256');
    if (publicKey instanceof Uint8Array) throw new Error('the key is none of RSA');
    return exportSPKI(publicKey);
  };

  const forged: Readonly<Record<string, () => Promise<string> | string>> = {
    'nothing at all': () => '',
    'what is no token': () => 'a.b.c',
    'no signature (alg none)': () => new UnsecuredJWT(claimsOf()).encode(),
    'no signature, in other letters': () => {
      const header = Buffer.from('{"alg":"NoNe"}').toString('base64url');
      return `${header}.${Buffer.from(JSON.stringify(claimsOf())).toString('base64url')}.`;
    },
    'a key of its own under the id of the issuer’s': async () =>
      new SignJWT(claimsOf())
        .setProtectedHeader({ alg: 'RS256', kid: key.kid })
        .sign((await generateKeyPair('RS256')).privateKey),
    'a key of its own in the header': async () => {
      const { privateKey } = await generateKeyPair('RS256', { extractable: true });
      const { n, e } = await exportJWK(privateKey);
      return new SignJWT(claimsOf())
        .setProtectedHeader({ alg: 'RS256', kid: 'own', jwk: { kty: 'RSA', n: n ?? '', e: e ?? '' } })
        .sign(privateKey);
    },
    'a key at an address of its own': async () =>
      new SignJWT(claimsOf())
        .setProtectedHeader({ alg: 'RS256', kid: foreign.keyId, jku: `${foreign.url}/keys` })
        .sign((await generateKeyPair('RS256')).privateKey),
    'the public key as a password': async () =>
      new SignJWT(claimsOf())
        .setProtectedHeader({ alg: 'HS256', kid: key.kid })
        .sign(new TextEncoder().encode(await publicKeyText())),
    'claims changed after it was signed': async () => {
      const [header, , signature] = (await signed({ org_id: 'org-rival', scope: 'member' })).split('.');
      return [header, Buffer.from(JSON.stringify(claimsOf())).toString('base64url'), signature].join('.');
    },
    'another audience': () => signed({ aud: 'another-service' }),
    'no audience': () => signed({ aud: undefined, client_id: undefined }),
    'an end in the past': () => signed({ exp: soon() - 5 }),
    'no end': () => signed({ exp: undefined }),
    'a beginning in the future': () => signed({ nbf: soon() + 300 }),
    'another issuer’s name': () => signed({ iss: 'https://id.another-zone.example' }),
    'another zone’s issuer': () => foreign.sign(claimsOf({ iss: foreign.url })),
    'another zone’s key in our issuer’s name': () => foreign.sign(claimsOf()),
  };

  return { signed, forged };
}

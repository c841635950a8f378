import { generate } from 'selfsigned';

/** A server's certificate and key, in PEM. Who trusts this certificate, and no other, trusts the server. */
export type Certificate = { readonly cert: string; readonly key: string };

/** A new certificate for a server on this machine, or for another host or time where one is named. */
export async function makeCertificate(host = '127.0.0.1', notAfterDate?: Date): Promise<Certificate> {
  const name = /^[\d.]+$/.test(host) ? ({ type: 7, ip: host } as const) : ({ type: 2, value: host } as const);
  const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // Older than any clock that is a little behind.
    notBeforeDate: new Date(Date.now() - 86_400_000 * 2),
    ...(notAfterDate && { notAfterDate }),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [name] },
    ],
  });
  return { cert, key };
}

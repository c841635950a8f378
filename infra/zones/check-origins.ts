/** A zone's origins let in what they do not name. */
class UnsoundOrigin extends Error {
  override readonly name = 'UnsoundOrigin';
}

/** Throws UnsoundOrigin where one is not written as a browser sends it (RFC 6454, 6.2), or is not of HTTPS. */
export function checkOrigins(origins: readonly string[]): void {
  for (const origin of origins) {
    const { protocol, origin: written } = URL.parse(origin) ?? {};
    if (protocol === 'https:' && written === origin && !origin.includes('*')) continue;
    throw new UnsoundOrigin(`The zone's origin “${origin}” must be written as https://host or https://host:port.`);
  }
}

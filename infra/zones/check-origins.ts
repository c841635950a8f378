/** Whether it is written as a browser sends it (RFC 6454, 6.2), and is of HTTPS. */
function isOrigin(text: string): boolean {
  const { protocol, origin } = URL.parse(text) ?? {};
  return protocol === 'https:' && origin === text && !text.includes('*');
}

/** Which of a zone's origins let in what they do not name, in sentences. */
export const originsComplaints = (origins: readonly string[]): readonly string[] =>
  origins
    .filter((origin) => !isOrigin(origin))
    .map((origin) => `The zone's origin “${origin}” must be written as https://host or https://host:port.`);

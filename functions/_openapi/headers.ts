const text = (description: string, schema: object = { type: 'string' }) => ({ description, required: true, schema });
const sometimes = (description: string, schema: object = { type: 'string' }) => ({
  description,
  required: false,
  schema,
});

/** Headers that answers may have. */
export const headers = {
  'Cache-Control': text('What an organization is shown is kept by no cache.'),
  'Content-Language': text('The language of the sentences.', { enum: ['zh-CN', 'en'] }),
  ETag: text('The version, for If-Match and If-None-Match.', { type: 'string', pattern: '^"[!#-~]+"$' }),
  Location: text('Where the new one is, or where to go.', { type: 'string', pattern: '^(/v1/|https?://)' }),
  'Set-Cookie': sometimes('Who has signed in, or is about to; for pages alone.'),
  'Retry-After': sometimes(
    'After how many seconds to ask again (RFC 9110, 10.2.3); the gateway’s own answers have none.',
    {
      type: 'string',
      pattern: '^[0-9]+$',
    },
  ),
  'Content-Encoding': sometimes('gzip, where the file is large.'),
  'WWW-Authenticate': text('How to authenticate (RFC 6750).', { type: 'string', pattern: '^Bearer' }),
} as const;
export type HeaderName = keyof typeof headers;

export const headerRefs = (names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

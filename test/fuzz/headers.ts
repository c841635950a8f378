import fc from 'fast-check';

export const languages = fc.constantFrom(
  'zh-CN',
  'en',
  'en-GB,en;q=0.8',
  '*',
  'x-klingon',
  ';q=,',
  'en;q=NaN',
  'e'.repeat(500),
);
/** Mostly the right one. */
export const typesBut = (right: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(right) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'application/json; charset=utf-16',
        'APPLICATION/JSON;',
        'text/plain',
        'application/xml',
        'multipart/form-data; boundary=x',
        'application/json, application/json',
        'application/octet-stream',
        '\u00ff',
      ),
    },
  );
export const keys = fc.oneof(
  fc.constantFrom(
    'same',
    'another',
    '__proto__',
    'a'.repeat(255),
    'a'.repeat(256),
    'with space',
    '\u00e9',
    '"quoted"',
    '#',
  ),
  fc.uuid(),
);
export const versions = fc.oneof(
  { weight: 1, arbitrary: fc.constant('*') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '"1"',
      '"2"',
      '*',
      'W/"1"',
      '1',
      '""',
      '"1", "2"',
      '"9007199254740993"',
      'x'.repeat(300),
      ',',
    ),
  },
);
/** Headers that change nothing. */
export const odd = fc.constantFrom<Record<string, string>>(
  { 'content-encoding': 'gzip' },
  { 'if-none-match': '*' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-forwarded-for': '127.0.0.1' },
  { origin: 'https://evil.example' },
  { accept: 'text/html' },
  { cookie: 'a=b; __proto__=c' },
  { range: 'bytes=0-1' },
);

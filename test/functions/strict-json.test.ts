import { describe, expect, it } from 'vitest';
import { Problem } from '../../functions/_runtime/problem.ts';
import { parseStrictJson } from '../../functions/_runtime/strict-json.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(bytes: Uint8Array): Problem {
  try {
    parseStrictJson(bytes);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('it was taken');
}

const errorsOf = (text: string): readonly string[] =>
  refusal(bytesOf(text)).errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a strict body', () => {
  it.each([
    '{}',
    '[]',
    '"数据"',
    '{"a":{"b":1},"c":{"b":2}}',
    '{"a":-9007199254740991,"b":1e-400}',
    '["\\u0000"]',
    ' {"a" : null}\n',
  ])('is what JSON says: %s', (text) => {
    expect(parseStrictJson(bytesOf(text))).toEqual(JSON.parse(text));
  });

  it.each([
    ['no UTF-8', Uint8Array.of(0x22, 0xc3, 0x28, 0x22), 'UTF-8'],
    ['a surrogate written as UTF-8', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'UTF-8'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00), 'UTF-8'],
    ['what a gateway lost', bytesOf('{"title":"a\ufffdb"}'), 'damaged'],
    ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d), 'byte order mark'],
    ['nothing', bytesOf(''), 'could not be read'],
    ['half a body', bytesOf('{"title": "a'), 'could not be read'],
    ['two bodies', bytesOf('{}{}'), 'could not be read'],
    ['a comment', bytesOf('{} // done'), 'could not be read'],
    ['a comma too many', bytesOf('[1,]'), 'could not be read'],
    ['NaN', bytesOf('[NaN]'), 'could not be read'],
    ['33 levels', bytesOf('['.repeat(34) + ']'.repeat(34)), '32 levels'],
    ['a hundred thousand levels', bytesOf('['.repeat(100_000) + ']'.repeat(100_000)), '32 levels'],
  ])('is not %s', (_, bytes, sentence) => {
    const problem = refusal(bytes);
    expect(problem.type).toBe('invalid-json');
    expect(problem.detail.en).toContain(sentence);
    expect(problem.detail.zh).toMatch(/\p{Script=Han}/u);
  });

  it('has 32 levels, if it likes', () => {
    expect(() => parseStrictJson(bytesOf('['.repeat(32) + ']'.repeat(32)))).not.toThrow();
  });

  it('has no name twice, however it is spelt, and says where', () => {
    expect(errorsOf('{"title":"a","title":"b"}')).toEqual(['/title repeated-name']);
    expect(errorsOf('{"title":"a","\\u0074itle":"b"}')).toEqual(['/title repeated-name']);
    expect(errorsOf('{"fields":[{"name":"a"},{"name":"b","name":"c"}]}')).toEqual(['/fields/1/name repeated-name']);
    expect(errorsOf('{"a/b":1,"a/b":2}')).toEqual(['/a~1b repeated-name']);
  });

  it('has no number that is not kept as it is written', () => {
    expect(errorsOf('{"recordCount":9007199254740993}')).toEqual(['/recordCount number-too-large']);
    expect(errorsOf('{"a":[1,-1e400]}')).toEqual(['/a/1 number-too-large']);
  });

  it('reaches into no prototype', () => {
    expect(errorsOf('{"__proto__":{"clearance":5}}')).toEqual(['/__proto__ unknown-field']);
    expect(errorsOf('{"a":{"__proto__":null}}')).toEqual(['/a/__proto__ unknown-field']);
    expect(Object.prototype).not.toHaveProperty('clearance');
  });

  it('is told of a hundred faults at the most', () => {
    const text = `{${Array.from({ length: 300 }, () => '"a":1').join(',')}}`;
    expect(errorsOf(text)).toHaveLength(100);
  });
});

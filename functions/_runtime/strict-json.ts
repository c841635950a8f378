import { parse, type ValueNode } from '@humanwhocodes/momoa';
import { mostErrors } from './field-errors.ts';
import { jsonPointer } from './json-pointer.ts';
import { type FieldError, Problem } from './problem.ts';
import { sentenceOf } from './rule-sentences.ts';

/** No body that is asked for has more than five levels of objects and lists. */
const mostLevels = 32;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const sentences = {
  encoding: {
    zh: '请求体不是有效的 UTF-8 文本，或其中的字符在送达之前已损坏。',
    en: 'The body is not valid UTF-8, or its characters were damaged before it came here.',
  },
  mark: {
    zh: '请求体以字节顺序标记（BOM）开头，请去掉。',
    en: 'The body begins with a byte order mark; leave it out.',
  },
  syntax: { zh: '无法将请求体解析为 JSON。', en: 'The body could not be read as JSON.' },
  depth: {
    zh: `请求体的嵌套超过 ${mostLevels} 层。`,
    en: `The body is nested more than ${mostLevels} levels deep.`,
  },
  ambiguous: {
    zh: '请求体中的名称或数字不能确切理解，请按 errors 修改。',
    en: 'The body has names or numbers that do not mean one thing; mend what errors names.',
  },
} as const;

const refused = (why: keyof typeof sentences, errors: readonly FieldError[] = []): Problem =>
  new Problem('invalid-json', sentences[why], errors);

function textOf(bytes: Uint8Array): string {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw refused('encoding');
  }
  // What a gateway could not decode it has put this in the place of.
  if (text.includes('\ufffd')) throw refused('encoding');
  if (text.startsWith('\ufeff')) throw refused('mark');
  return text;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

type Path = readonly (string | number)[];
const error = (path: Path, code: string, given: unknown): FieldError => ({
  pointer: jsonPointer(path),
  code,
  detail: sentenceOf(code)(given),
});

/** What could be read in two ways: a name that stands twice or would reach into JavaScript's own, a number that is not kept. */
function* ambiguities(node: ValueNode, path: Path): Generator<FieldError> {
  switch (node.type) {
    case 'Object': {
      const names = new Set<string>();
      for (const { name, value } of node.members) {
        const text = name.type === 'String' ? name.value : name.name;
        const inner = [...path, text];
        if (names.has(text)) yield error(inner, 'repeated-name', text);
        if (text === '__proto__') yield error(inner, 'unknown-field', text);
        names.add(text);
        yield* ambiguities(value, inner);
      }
      return;
    }
    case 'Array':
      for (const [index, { value }] of node.elements.entries()) yield* ambiguities(value, [...path, index]);
      return;
    case 'Number':
      if (Math.abs(node.value) > Number.MAX_SAFE_INTEGER) yield error(path, 'number-too-large', undefined);
  }
}

/**
 * A body as JSON (RFC 8259) that every reader takes for the same (RFC 7493, I-JSON): UTF-8 without a byte order mark, no name
 * twice in an object, no number beyond what is kept exactly, a bounded depth. Throws a 400 problem otherwise.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused('syntax');
  }
  if (isDeeper(value, mostLevels)) throw refused('depth');
  const errors = ambiguities(parse(text, { mode: 'json' }).body, [])
    .take(mostErrors)
    .toArray();
  if (errors.length > 0) throw refused('ambiguous', errors);
  return value;
}

import fc from 'fast-check';
import * as z from 'zod';

/** As much of JSON Schema as the document uses for what a caller writes. */
const Node = z.object({
  $ref: z.string().optional(),
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
  items: z.unknown().optional(),
  minItems: z.number().default(0),
  maxItems: z.number().default(3),
  minimum: z.number().default(-100),
  maximum: z.number().default(100),
  minLength: z.number().default(0),
  maxLength: z.number().default(50),
  format: z.string().optional(),
  pattern: z.string().optional(),
});
type Node = z.infer<typeof Node>;

/** Terms that the vocabularies know, beside any text: few requests would come further than the first check without. */
const terms = [
  'J',
  '54',
  '66',
  'CN',
  'HK',
  'CNY',
  'mlps-3',
  'kyc-verified',
  'non-pi',
  'takedown-commitment',
  'purpose-scientific-research',
  'purpose-ai-training',
  'JR/T 0197-2020',
];

const formats: Readonly<Record<string, readonly string[]>> = {
  'date-time': ['2030-01-01T00:00:00Z', '2027-06-30T12:00:00.000+08:00', '2020-01-01T00:00:00Z'],
  date: ['2026-01-01', '2030-12-31', '2024-02-29'],
  uri: ['https://example.com/sample.csv'],
  email: ['fuzz@example.com', 'second@example.com'],
};

function textOf({ format, minLength, maxLength, pattern }: Node): fc.Arbitrary<string> {
  const known = format === undefined ? undefined : formats[format];
  if (known) return fc.constantFrom(...known);
  if (pattern?.includes('\\d{6}')) return fc.constantFrom('110000', '440300');
  const text = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 30) });
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...terms) }, text);
}

/** Values of the schemas of a document, most of which it would take. */
export function makeValues(schemas: Readonly<Record<string, unknown>>) {
  function objectOf({ properties = {}, required }: Node): fc.Arbitrary<unknown> {
    const fields = Object.entries(properties).map(([name, schema]) => {
      const value = arbitraryOf(schema);
      return [name, required.includes(name) ? value : fc.option(value, { nil: undefined, freq: 2 })] as const;
    });
    return fc.record(Object.fromEntries(fields));
  }

  function arbitraryOf(schema: unknown): fc.Arbitrary<unknown> {
    const node = Node.parse(schema);
    if (node.$ref) return arbitraryOf(schemas[node.$ref.replace('#/components/schemas/', '')]);
    if (node.enum) return fc.constantFrom(...node.enum);
    if (node.const !== undefined) return fc.constant(node.const);
    if (node.anyOf) return fc.oneof(...node.anyOf.map(arbitraryOf));
    switch (node.type) {
      case 'object':
        return objectOf(node);
      case 'array':
        return fc.uniqueArray(arbitraryOf(node.items), {
          minLength: node.minItems,
          maxLength: Math.max(node.minItems, Math.min(node.maxItems, 3)),
        });
      case 'integer':
      case 'number':
        return fc.integer({ min: node.minimum, max: node.maximum });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        return textOf(node);
    }
  }

  return arbitraryOf;
}

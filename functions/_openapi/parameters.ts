import * as z from 'zod';
import { descriptionOf } from './field-descriptions.ts';
import type { Operation } from './operation.ts';

const ifMatch = (required: boolean) => ({
  name: 'If-Match',
  in: 'header',
  required,
  description: required
    ? 'The ETag that was read last, so that nobody’s change is overwritten.'
    : 'The ETag that was read last; heeded where it is sent.',
  schema: { type: 'string' },
});

const acceptLanguage = { $ref: '#/components/parameters/AcceptLanguage' };

/** Parameters of every operation, by name. */
export const sharedParameters = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'The language of problems: zh-CN or en.',
    schema: { type: 'string' },
    example: 'en',
  },
};

const headerNames: Readonly<Record<string, string>> = { 'idempotency-key': 'Idempotency-Key' };

function parametersIn(place: 'path' | 'query' | 'header', schema: z.ZodObject | undefined): readonly object[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => ({
    name: headerNames[name] ?? name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(descriptionOf(name) !== undefined && place !== 'path' && { description: descriptionOf(name) }),
    schema: property,
  }));
}

/** What may be said in the path, the query and the headers of a request. */
export const parametersOf = (operation: Operation): readonly object[] => [
  ...parametersIn('path', operation.pathParameters),
  ...parametersIn('query', operation.query),
  ...parametersIn('header', operation.headers),
  ...(operation.ifMatch ? [ifMatch(operation.ifMatch === 'needed')] : []),
  acceptLanguage,
];

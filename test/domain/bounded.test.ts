import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DemandInput } from '../../domain/demand/demand.ts';
import { Suspension } from '../../domain/listing/parts.ts';
import { Review } from '../../domain/match/match.ts';
import { OfferInput } from '../../domain/offer/offer.ts';
import { OrganizationInput, OrganizationProfileInput } from '../../domain/organization/organization.ts';

/** What the operator says of a review. */
const Decision = Review.pick({ decision: true, note: true });

/** Longer and larger than anything that is asked for. */
const huge = 'a'.repeat(20_000);
const many = Array.from({ length: 2000 }, (_, index) => `a${index}`);

type Place = { readonly path: string; readonly schema: z.core.$ZodType };

/** Every string and every list in a schema, with the place where it stands. */
function* leaves(schema: z.core.$ZodType, path = ''): Generator<Place> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      for (const [name, inner] of Object.entries(def.shape)) yield* leaves(inner, `${path}/${name}`);
      return;
    case 'array':
      yield { path, schema };
      yield* leaves(def.element, `${path}/0`);
      return;
    case 'union':
      for (const option of def.options) yield* leaves(option, path);
      return;
    case 'optional':
    case 'default':
    case 'prefault':
    case 'nullable':
    case 'readonly':
    case 'catch':
      yield* leaves(def.innerType, path);
      return;
    case 'pipe':
      yield* leaves(def.in, path);
      return;
    case 'string':
    case 'number':
      yield { path, schema };
      return;
    case 'enum':
    case 'literal':
    case 'boolean':
      return;
    default:
      throw new Error(`${path} is a ${def.type}: tell this test how it is bounded`);
  }
}

const tooMuch = (schema: z.core.$ZodType): unknown => {
  switch ((schema as z.core.$ZodTypes)._zod.def.type) {
    case 'array':
      return many;
    case 'number':
      return 1e300;
    default:
      return huge;
  }
};

describe.each(
  Object.entries({ OfferInput, DemandInput, OrganizationInput, OrganizationProfileInput, Suspension, Decision }),
)('every string, list and number of %s', (_, input) => {
  const places = [...leaves(input)];

  it('is found', () => {
    expect(places.length).toBeGreaterThan(0);
  });

  it.each(places.map(({ path, schema }) => [path, schema] as const))('is bounded: %s', (_path, schema) => {
    expect(z.safeParse(schema, tooMuch(schema)).success).toBe(false);
  });
});

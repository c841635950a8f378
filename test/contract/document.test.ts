import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { makeDocument } from '../../functions/_openapi/document.ts';
import { operations } from '../../functions/_openapi/operations.ts';
import { problemTypes } from '../../functions/_runtime/problem.ts';
import { routes as intakeRoutes } from '../../infra/intake/routes.ts';
import { operationRoutes } from '../../infra/operation/operation-routes.ts';
import { brokenBy } from './contract.ts';

const document = makeDocument();
const routes = [...intakeRoutes, ...operationRoutes];

const Media = z.object({
  example: z.unknown().optional(),
  examples: z.record(z.string(), z.object({ $ref: z.string().optional(), value: z.unknown().optional() })).default({}),
});
const Content = z.record(z.string(), Media).default({});
const Documented = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        security: z.array(z.record(z.string(), z.array(z.string()))),
        requestBody: z.object({ content: Content }).optional(),
        responses: z.record(z.string(), z.object({ content: Content })),
      }),
    ),
  ),
  components: z.object({
    schemas: z.record(z.string(), z.object({ properties: z.record(z.string(), z.unknown()).default({}) })),
    examples: z.record(z.string(), z.object({ value: z.unknown() })),
    responses: z.record(z.string(), z.object({ content: Content })),
  }),
});
const { paths, components } = Documented.parse(document);
const all = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

describe('the document', () => {
  it('is OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('has every route of the gateway, with who may call it, and no other', () => {
    const key = ({ method, path, access }: (typeof operations)[number] | (typeof routes)[number]) =>
      `${method} ${path} ${access}`;
    expect(operations.map(key).toSorted()).toEqual(routes.map(key).toSorted());
    const scopes = all.map(({ method, path, security }) => [
      `${method.toUpperCase()} ${path}`,
      security.map(({ accessToken = [] }) => accessToken.join()).join('-or-'),
    ]);
    const expected = routes.map(({ method, path, access }) => [
      `${method} ${path}`,
      access === 'open' || access === 'any-token' ? '' : access,
    ]);
    expect(scopes.toSorted()).toEqual(expected.toSorted());
  });

  it('has every type of problem, in both languages, at some operation', () => {
    const used = new Set(
      all.flatMap(({ responses }) =>
        Object.values(responses).flatMap(({ content }) =>
          Object.keys(content['application/problem+json']?.examples ?? {}),
        ),
      ),
    );
    const known = Object.keys(problemTypes).flatMap((type) => [`${type}.zh-CN`, `${type}.en`]);
    expect([...used].toSorted()).toEqual(known.toSorted());
  });

  it('has examples that are what it says', () => {
    const broken = all.flatMap(({ path, method, requestBody, responses }) => {
      const place = ['paths', path, method];
      const ofBody = Object.entries(requestBody?.content ?? {}).flatMap(([type, { example }]) =>
        brokenBy(example, ...place, 'requestBody', 'content', type, 'schema'),
      );
      const ofAnswers = Object.entries(responses).flatMap(([status, { content }]) =>
        Object.entries(content).flatMap(([type, { example, examples }]) => {
          const referred = Object.values(examples).map(({ $ref, value }) =>
            $ref === undefined ? value : components.examples[$ref.replace('#/components/examples/', '')]?.value,
          );
          return [...(example === undefined ? [] : [example]), ...referred].flatMap((one) =>
            brokenBy(one, ...place, 'responses', status, 'content', type, 'schema'),
          );
        }),
      );
      return [...ofBody, ...ofAnswers].map((what) => `${method} ${path}: ${what}`);
    });
    expect(broken).toEqual([]);
  });

  it('says of every field of a body what it is', () => {
    for (const name of ['OfferInput', 'DemandInput', 'OrganizationInput', 'OrganizationProfileInput']) {
      const silent = Object.entries(components.schemas[name]?.properties ?? {}).filter(
        ([, property]) => !z.looseObject({ description: z.string() }).safeParse(property).success,
      );
      expect(silent.map(([field]) => `${name} ${field}`)).toEqual([]);
    }
  });

  it('is small enough to be read at once', () => {
    expect(JSON.stringify(document).length).toBeLessThan(400_000);
  });
});

import fc from 'fast-check';
import { bodies, formsWith, messages } from './bodies.ts';
import { keys, languages, odd, typesBut, versions } from './headers.ts';
import { idsIn, tokenFor } from './ids.ts';
import {
  allowedCallers,
  type CallerName,
  everyone,
  type FuzzRequest,
  form,
  json,
  message,
  type Operation,
  type Place,
  queryOf,
  readOperations,
  withId,
} from './operations.ts';
import { oddQuery, queryPart } from './queries.ts';
import { makeValues } from './values.ts';

/** Mostly those who may call it, so that most requests come past the gateway. */
const callersOf = (operation: Operation): fc.Arbitrary<CallerName> =>
  fc.oneof(
    { weight: 7, arbitrary: fc.constantFrom(...allowedCallers(operation)) },
    { weight: 1, arbitrary: fc.constantFrom(...everyone) },
  );

const sometimes = <T>(percent: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary: value });

/** Requests to every operation of a document, in equal parts, and some to none of them. */
export function requestsOf(document: unknown): fc.Arbitrary<FuzzRequest> {
  const { places, schemas } = readOperations(document);
  const arbitraryOf = makeValues(schemas);

  function requestTo({ template, method, operation }: Place): fc.Arbitrary<FuzzRequest> {
    const query = queryOf(operation).map(({ name, schema, required }) =>
      sometimes(required ? 95 : 30, queryPart(name, arbitraryOf(schema), tokenFor(template))),
    );
    const { [json]: asJson, [form]: asForm, [message]: asMessage } = operation.requestBody?.content ?? {};
    const right = asForm ? form : asMessage ? message : json;
    const sent = asJson && bodies(asJson.example, arbitraryOf(asJson.schema));
    return fc
      .record({
        caller: callersOf(operation),
        id: idsIn(method, template),
        query: fc.tuple(...query, sometimes(8, oddQuery)),
        type: sometimes(operation.requestBody ? 95 : 20, typesBut(right)),
        language: sometimes(30, languages),
        key: sometimes(30, keys),
        version: sometimes(70, versions),
        odd: sometimes(15, odd),
        body: asMessage ? messages(String(asMessage.example)) : (sent ?? fc.constant(undefined)),
        pressed: asForm ? formsWith(`{own-${tokenFor(template)}}`) : fc.constant(undefined),
      })
      .map(({ caller, id, query: parts, type, language, key, version, odd: other, body, pressed }) => ({
        method,
        template,
        path: withId(template, id),
        query: parts.filter((part) => part !== undefined).join('&'),
        caller,
        headers: {
          ...(type !== undefined && { 'content-type': type }),
          ...(language !== undefined && { 'accept-language': language }),
          ...(key !== undefined && { 'idempotency-key': key }),
          ...(version !== undefined && { 'if-match': version }),
          ...other,
        },
        body,
        ...(pressed !== undefined && { form: pressed }),
      }));
  }

  const elsewhere = fc
    .tuple(
      fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'),
      fc.constantFrom(
        '/',
        '//',
        '/v1',
        '/v1/',
        '/v1/offers/',
        '//evil.example/v1/offers',
        '/V1/offers',
        '/v2/offers',
        '/%2e%2e/health',
        '/v1/offers/{own-offer}/x',
      ),
      fc.constantFrom(...everyone),
    )
    .map(([method, path, caller]) => ({
      method,
      template: path,
      path,
      query: '',
      caller,
      headers: {},
      body: undefined,
    }));
  return fc.oneof(...places.map((place) => ({ weight: 4, arbitrary: requestTo(place) })), {
    weight: 4,
    arbitrary: elsewhere,
  });
}

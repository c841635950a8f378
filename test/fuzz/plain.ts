import { fitting } from './ids.ts';
import { allowedCallers, type FuzzRequest, type Place, queryOf, readOperations, withId } from './operations.ts';

/** Reading first, and what ends something last. */
const order = ['GET', 'POST', 'PUT', 'DELETE'];

const values: Readonly<Record<string, string>> = {
  offer: '{offer-of-b}',
  demand: '{demand-of-a}',
  subject: '{offer-of-b}',
};

function plainRequest({ template, method, operation }: Place): FuzzRequest {
  const caller = allowedCallers(operation).findLast((name) => name === 'member-b' || name === 'operator') ?? 'nobody';
  const example = operation.requestBody?.content['application/json'].example;
  const isRead = method === 'GET' && template.startsWith('/v1/organizations/');
  const id = isRead ? 'org-b' : (fitting(method, template)[0] ?? '');
  const asked = queryOf(operation).filter(({ name, required }) => required || name === 'subject');
  return {
    method,
    template,
    path: withId(template, id),
    query: asked.map(({ name }) => `${name}=${values[name]}`).join('&'),
    caller,
    headers: { 'if-match': '*', ...(example !== undefined && { 'content-type': 'application/json' }) },
    body: example === undefined ? undefined : Buffer.from(JSON.stringify(example)),
  };
}

/** One request to each operation of a document, by somebody who may, with the document’s own example. */
export const plainRequests = (document: unknown): readonly FuzzRequest[] =>
  readOperations(document)
    .places.toSorted((one, other) => order.indexOf(one.method) - order.indexOf(other.method))
    .map(plainRequest);

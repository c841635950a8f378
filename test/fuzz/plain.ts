import * as z from 'zod';
import { fitting, tokenFor } from './ids.ts';
import {
  allowedCallers,
  type FuzzRequest,
  form,
  json,
  message,
  type Place,
  queryOf,
  readOperations,
  withId,
} from './operations.ts';

/** Reading first, and what ends something last. */
const order = ['GET', 'POST', 'PUT', 'DELETE'];

const values: Readonly<Record<string, string>> = {
  offer: '{offer-of-b}',
  demand: '{demand-of-a}',
  subject: '{offer-of-b}',
};

/** A form of the document’s example, with a link that means something: the example’s was signed by nobody. */
function formOf(example: unknown, token: string): string {
  const fields = Object.entries({ ...z.record(z.string(), z.string()).parse(example), token });
  return fields.map(([name, value]) => `${name}=${value}`).join('&');
}

function plainRequest({ template, method, operation }: Place): FuzzRequest {
  // Pages of matches are a member's, though nothing but its session says so.
  const wanted = template.startsWith('/v1/match-page') ? ['member-b'] : ['member-b', 'operator'];
  const caller = allowedCallers(operation).findLast((name) => wanted.includes(name)) ?? 'nobody';
  const { [json]: asJson, [form]: asForm, [message]: asMessage } = operation.requestBody?.content ?? {};
  const example = asMessage?.example ?? (asJson && JSON.stringify(asJson.example));
  const type = asForm ? form : asMessage ? message : json;
  const isRead = method === 'GET' && template.startsWith('/v1/organizations/');
  const id = isRead ? 'org-b' : (fitting(method, template)[0] ?? '');
  const token = `{${tokenFor(template)}-of-b}`;
  const asked = queryOf(operation).filter(({ name, required }) => required || name === 'subject');
  return {
    method,
    template,
    path: withId(template, id),
    query: asked.map(({ name }) => `${name}=${name === 'token' ? token : values[name]}`).join('&'),
    caller,
    headers: { 'if-match': '*', ...(operation.requestBody && { 'content-type': type }) },
    body: example === undefined ? undefined : Buffer.from(String(example)),
    ...(asForm && { form: formOf(asForm.example, token) }),
  };
}

/** One request to each operation of a document, by somebody who may, with the document’s own example. */
export const plainRequests = (document: unknown): readonly FuzzRequest[] =>
  readOperations(document)
    .places.toSorted((one, other) => order.indexOf(one.method) - order.indexOf(other.method))
    .map(plainRequest);

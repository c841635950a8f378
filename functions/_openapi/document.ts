import { type ComponentName, makeComponentSchemas, refTo } from './components.ts';
import { gatewayResponses } from './gateway.ts';
import { headers } from './headers.ts';
import type { Access, Operation } from './operation.ts';
import { operations } from './operations.ts';
import { parametersOf, sharedParameters } from './parameters.ts';
import { problemExamples } from './problems.ts';
import { responsesOf } from './responses.ts';

const scheme = 'accessToken';
const form = 'application/x-www-form-urlencoded';
const parts = 'multipart/form-data';

/** With which scopes a token opens an operation (OpenAPI 3.1: role names of any scheme). */
function securityOf(access: Access): readonly object[] {
  switch (access) {
    case 'open':
      return [];
    case 'any-token':
      return [{ [scheme]: [] }];
    case 'member':
    case 'operator':
      return [{ [scheme]: [access] }];
    case 'member-or-operator':
      return [{ [scheme]: ['member'] }, { [scheme]: ['operator'] }];
  }
}

/** In which media types a body may be sent. */
function mediaOf({ isForm }: Operation): readonly string[] {
  if (isForm === 'parts') return [form, parts];
  return [isForm ? form : 'application/json'];
}

function bodyOf(name: ComponentName, example: unknown, media: readonly string[]) {
  const content = { schema: refTo(name), ...(example !== undefined && { example }) };
  return { required: true, content: Object.fromEntries(media.map((type) => [type, content])) };
}

const messageBody = (example: unknown) => ({
  required: true,
  content: { 'message/rfc822': { schema: { type: 'string' }, example } },
});

function operationObject(operation: Operation): object {
  const { id, tag, summary, access, body, bodyExample, isMessage } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary: `${summary.en} ${summary.zh}`,
    security: securityOf(access),
    parameters: parametersOf(operation),
    ...(body && { requestBody: bodyOf(body, bodyExample, mediaOf(operation)) }),
    ...(isMessage && { requestBody: messageBody(bodyExample) }),
    responses: responsesOf(operation),
  };
}

function pathsOf(all: readonly Operation[]): Record<string, object> {
  const byPath = Map.groupBy(all, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, here]) => [
      path,
      Object.fromEntries(here.map((operation) => [operation.method.toLowerCase(), operationObject(operation)])),
    ]),
  );
}

const info = {
  title: 'Zonematch 数据供需匹配',
  version: '1',
  summary: 'Matches data supply with data demand inside a data pilot zone, and says why.',
  description:
    'Problems are RFC 9457 in the language of Accept-Language. Nothing that this service says is legal advice. ' +
    '问题按 RFC 9457 以 Accept-Language 所指语言说明；本服务所述均不构成法律意见。',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
};

/** The API as OpenAPI 3.1, made from the schemas that read requests and from one list of operations. */
export const makeDocument = () => ({
  openapi: '3.1.1',
  info,
  servers: [{ url: '/' }],
  tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
  paths: pathsOf(operations),
  components: {
    schemas: makeComponentSchemas(),
    parameters: sharedParameters,
    headers,
    responses: gatewayResponses(),
    examples: problemExamples(),
    securitySchemes: {
      [scheme]: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: 'An access token of the zone’s OIDC issuer; its scope is member or operator.',
      },
    },
  },
});

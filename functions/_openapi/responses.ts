import { problemTypes } from '../_runtime/problem.ts';
import { refTo } from './components.ts';
import { gatewayContent, gatewayMeaning, gatewayStatuses } from './gateway.ts';
import { type HeaderName, headerRefs } from './headers.ts';
import type { Answer, Operation } from './operation.ts';
import { problemContent, problemHeaders, problemsOf } from './problems.ts';

const json = 'application/json';

function contentOf({ body, example, media }: Answer): object | undefined {
  if (body) return { [json]: { schema: refTo(body), ...(example !== undefined && { example }) } };
  return media && Object.fromEntries(media.map((type) => [type, { schema: { type: 'string' } }]));
}

function answerOf(answer: Answer): object {
  const content = contentOf(answer);
  const names: readonly HeaderName[] = [...(content ? (['Cache-Control'] as const) : []), ...(answer.headers ?? [])];
  return {
    description: `${answer.means.en} ${answer.means.zh}`,
    ...(names.length > 0 && { headers: headerRefs([...new Set(names)]) }),
    ...(content && { content }),
  };
}

function refusalOf(operation: Operation, status: number): object {
  const types = problemsOf(operation).filter((type) => problemTypes[type].status === status);
  const gateway = gatewayStatuses(operation.access).find((one) => one === status);
  if (gateway && types.length === 0) return { $ref: `#/components/responses/Gateway${gateway}` };
  const meanings = types.map((type) => `${problemTypes[type].title.en} (${problemTypes[type].title.zh})`);
  return {
    description: [...meanings, ...(gateway ? [gatewayMeaning(gateway)] : [])].join('; '),
    ...(types.includes('too-many-requests') && { headers: headerRefs(['Retry-After']) }),
    // The gateway’s own answers have none of these headers: none is said to be there where both may answer.
    ...(!gateway && { headers: problemHeaders }),
    content: {
      ...(types.length > 0 && { 'application/problem+json': problemContent(status, types) }),
      ...(gateway && { [json]: gatewayContent(gateway) }),
    },
  };
}

/** A page of ours that says that it failed, or the gateway's own answer where there was none: the headers are of one alone. */
function pageOrGateway(page: Answer): object {
  const content = { ...contentOf(page), [json]: gatewayContent(500) };
  return { description: `${page.means.en} ${page.means.zh}`, content };
}

/** Every answer that an operation may give, its own and the gateway's, by status. */
export function responsesOf(operation: Operation): Readonly<Record<string, object>> {
  const statuses = [
    ...problemsOf(operation).map((type): number => problemTypes[type].status),
    ...gatewayStatuses(operation.access),
  ];
  const refused = [...new Set(statuses)].toSorted((one, other) => one - other);
  const answered = Object.fromEntries(operation.answers.map((answer) => [String(answer.status), answerOf(answer)]));
  const refusals = refused.map((status) => {
    const page = operation.answers.find((answer) => answer.status === status);
    return [String(status), page ? pageOrGateway(page) : refusalOf(operation, status)] as const;
  });
  return { ...answered, ...Object.fromEntries(refusals) };
}

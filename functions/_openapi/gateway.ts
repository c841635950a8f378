import { refTo } from './components.ts';
import { headerRefs } from './headers.ts';
import type { Access } from './operation.ts';

/** The gateway's own answers (API Gateway, HTTP APIs): by status, its message and when it comes. */
const messages = {
  401: ['Unauthorized', 'No token, or one that does not hold.'],
  403: ['Forbidden', 'The token lacks the scope.'],
  413: ['Request Entity Too Large', 'More than 10 MiB.'],
  429: ['Too Many Requests', 'More at once than the zone takes.'],
  500: ['Internal Server Error', 'Something unexpected happened.'],
  503: ['Service Unavailable', 'No answer in time.'],
} as const;
export type GatewayStatus = keyof typeof messages;

const ofEvery: readonly GatewayStatus[] = [413, 429, 500, 503];

/** With which of them the gateway may answer a request itself. */
export const gatewayStatuses = (access: Access): readonly GatewayStatus[] => {
  if (access === 'open') return ofEvery;
  return access === 'any-token' ? [401, ...ofEvery] : [401, 403, ...ofEvery];
};

export const gatewayContent = (status: GatewayStatus) => ({
  schema: refTo('GatewayAnswer'),
  examples: { gateway: { summary: messages[status][1], value: { message: messages[status][0] } } },
});

export const gatewayMeaning = (status: GatewayStatus): string => messages[status][1];

/** An answer that only the gateway gives. */
const gatewayResponse = (status: GatewayStatus) => ({
  description: gatewayMeaning(status),
  ...(status === 401 && { headers: headerRefs(['WWW-Authenticate']) }),
  content: { 'application/json': gatewayContent(status) },
});

const statuses = [401, 403, 413, 429, 500, 503] as const satisfies readonly GatewayStatus[];

/** Each of them by a name for references. */
export const gatewayResponses = () =>
  Object.fromEntries(statuses.map((status) => [`Gateway${status}`, gatewayResponse(status)]));

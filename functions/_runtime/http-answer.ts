import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type HttpAnswer = APIGatewayProxyStructuredResultV2;

/** A JSON answer. What an organization is shown is kept by no cache. */
export function jsonAnswer(statusCode: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

/** A strong validator (RFC 9110, 8.8.3) made of the version, which grows with each change. */
export const etagOf = (version: number): string => `"${version}"`;

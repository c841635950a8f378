import type { APIGatewayProxyEventPathParameters } from 'aws-lambda';
import { OrganizationId } from '../../domain/ids.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { etagOf, type HttpAnswer, jsonAnswer } from '../_runtime/http-answer.ts';
import { notFound } from '../_runtime/problem.ts';

/** An organization as itself and the operator see it. */
export function organizationAnswer(statusCode: 200 | 201, organization: Organization): HttpAnswer {
  return jsonAnswer(statusCode, organization, { etag: etagOf(organization.version) });
}

/** The id in the path. One that cannot be an organization's is simply not found. */
export function organizationIdIn(parameters: APIGatewayProxyEventPathParameters | undefined): OrganizationId {
  const { data } = OrganizationId.safeParse(parameters?.['id']);
  if (data) return data;
  throw notFound();
}

import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { resourcesOf } from './template.ts';

const Policy = z.object({
  PolicyDocument: z.object({
    Statement: z.array(z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() })),
  }),
  Roles: z.array(z.object({ Ref: z.string() })),
});

describe('the preview of a listing', () => {
  it('is a member’s route for each kind', () => {
    const routes = resourcesOf('AWS::ApiGatewayV2::Route')
      .filter(([, route]) => String(route.Properties['RouteKey']).endsWith('/preview'))
      .map(([, { Properties }]) => [Properties['RouteKey'], Properties['AuthorizationScopes']]);
    expect(routes.toSorted()).toEqual([
      ['POST /v1/demands/preview', ['member']],
      ['POST /v1/offers/preview', ['member']],
    ]);
  });

  it('may read tables, and write nothing but its log, the number of requests and what it shows', () => {
    const statements = resourcesOf('AWS::IAM::Policy')
      .map(([, policy]) => Policy.parse(policy.Properties))
      .filter(({ Roles }) => Roles.some(({ Ref }) => Ref.includes('PreviewListing')))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    const actions = new Set(statements.flatMap(({ Action }) => Action));
    const putting = statements.filter(({ Action }) => Action.includes('dynamodb:PutItem'));
    expect(putting.map(({ Resource }) => JSON.stringify(Resource))).toEqual([expect.stringContaining('StorageAudit')]);
    const updating = statements.filter(({ Action }) => Action.includes('dynamodb:UpdateItem'));
    expect(updating.map(({ Resource }) => JSON.stringify(Resource))).toEqual([expect.stringContaining('StorageUsage')]);
    expect([...actions].toSorted()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      'kms:Decrypt',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
  });
});

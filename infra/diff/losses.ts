import { fullDiff, type ResourceDifference, ResourceImpact } from '@aws-cdk/cloudformation-diff';

/** What holds something that no deployment brings back: rows, keys, secrets, messages, subscriptions. */
const stateful = new Set([
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::SecretsManager::Secret',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
]);

/** The templates of a zone, by the names of their stacks. */
export type Templates = ReadonlyMap<string, Record<string, unknown>>;

/** What a change would lose, and what it may lose by what CloudFormation finds out only as it does it. */
export type Losses = { readonly certain: readonly string[]; readonly possible: readonly string[] };

const empty = { Resources: {} };

function sentenceOf(stack: string, id: string, { oldResourceType = '', changeImpact }: ResourceDifference): string {
  const what = `${oldResourceType} ${id} of ${stack}`;
  switch (changeImpact) {
    case ResourceImpact.WILL_REPLACE:
      return `${what} would be replaced: the new one begins empty.`;
    case ResourceImpact.WILL_DESTROY:
      return `${what} would be removed, with what is in it.`;
    case ResourceImpact.WILL_ORPHAN:
      return `${what} would be left behind: it stays, and the zone knows it no more.`;
    default:
      return `${what} may be replaced: look at the properties that change.`;
  }
}

const certainly: readonly ResourceImpact[] = [
  ResourceImpact.WILL_REPLACE,
  ResourceImpact.WILL_DESTROY,
  ResourceImpact.WILL_ORPHAN,
];

/** What of a zone that is deployed by these templates would be lost by those. */
export function lossesOf(before: Templates, after: Templates): Losses {
  const certain: string[] = [];
  const possible: string[] = [];
  for (const [stack, template] of before) {
    fullDiff(template, after.get(stack) ?? empty).resources.forEachDifference((id, difference) => {
      if (!stateful.has(difference.oldResourceType ?? '')) return;
      const { changeImpact } = difference;
      if (certainly.includes(changeImpact)) certain.push(sentenceOf(stack, id, difference));
      if (changeImpact === ResourceImpact.MAY_REPLACE) possible.push(sentenceOf(stack, id, difference));
    });
  }
  return { certain, possible };
}

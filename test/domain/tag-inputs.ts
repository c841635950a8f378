import type * as z from 'zod';
import { missingTags } from '../../domain/vocabulary/tag-consistency.ts';

export const offer = {
  title: 'Freight vehicle counts',
  description: 'Counts of freight vehicles.',
  domain: '54',
  securityClass: 'general',
  securityLevel: 2,
  permittedPurposes: ['purpose-public-service'],
  jurisdiction: 'CN',
  deliveryModes: ['api'],
};
export const demand = {
  title: 'Freight flows',
  description: 'For a traffic forecast.',
  domains: ['54'],
  maxSecurityLevel: 3,
  purpose: 'purpose-public-service',
  jurisdiction: 'CN',
  deliveryModes: ['api'],
};
export const organization = { name: '通州数据应用有限公司', kind: 'private', jurisdiction: 'CN' };

/** The rules of ours that a value breaks: path, code, and the tags that are named. */
export function broken(schema: z.ZodType, value: unknown): string[] {
  return (schema.safeParse(value).error?.issues ?? []).map((issue) => {
    const { code, ...facts } = issue.code === 'custom' ? (issue.params ?? {}) : { code: issue.code };
    return [issue.path.join('.'), code, JSON.stringify(facts)].join(' ');
  });
}
export const codes = (schema: z.ZodType, value: unknown): string[] =>
  broken(schema, value).map((each) => each.split(' ').slice(0, 2).join(' '));

/** A tag with all that it and its implications require, so that nothing but a conflict can refuse it. */
export function furnished(tag: string, without: readonly string[] = []): string[] {
  const tags = [tag];
  for (let more = [tag]; more.length > 0; ) {
    more = missingTags(tags).map(({ missing }) => missing);
    tags.push(...new Set(more.filter((each) => !without.includes(each))));
    if (more.every((each) => without.includes(each))) break;
  }
  return tags;
}

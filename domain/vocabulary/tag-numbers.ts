import { complianceTags } from './compliance-tags.ts';

/**
 * Tags by number, from 0: their place in the table. Numbers stand in rows, so that the table may grow at its end and
 * nowhere else, and no tag leaves its place.
 */
const numbers = new Map(complianceTags.map(({ id }, number) => [id, number]));

/** How many tags there are. */
export const tagCount = complianceTags.length;

/** The number of a tag or purpose, or undefined where the vocabulary does not have it. */
export const tagNumber = (id: string): number | undefined => numbers.get(id);

/** The tag that has a number, or undefined where none has. */
export const tagOfNumber = (number: number): string | undefined => complianceTags[number]?.id;

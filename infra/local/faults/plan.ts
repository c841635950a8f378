import { createHash } from 'node:crypto';
import * as z from 'zod';

/**
 * What can go wrong with one call of a Lambda to a service:
 * `throttled` and `failed` are answers; with `answer-lost` it is done and nobody is told; with `died-before` and
 * `died-after` the Lambda's environment ends on either side of it; with `half-done` a batch is taken in part; with `twice`
 * and `late` what it sends comes twice, or after what is sent later.
 */
export const faultKinds = [
  'throttled',
  'failed',
  'answer-lost',
  'died-before',
  'died-after',
  'half-done',
  'twice',
  'late',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const Kind = z.enum(faultKinds);

/** Which calls go wrong: a share of all by a seed, and single ones by the Lambda's name and their number with it. */
export const FaultPlan = z.strictObject({
  seed: z.int().min(0).default(0),
  /** The share of calls that go wrong, 0 to 1. */
  rate: z.number().min(0).max(1).default(0),
  /** Whose calls the share is of: those of the Lambdas whose logical ids begin so. */
  lambda: z.string().default(''),
  kinds: z
    .array(Kind)
    .min(1)
    .default([...faultKinds]),
  /** `lambda` is the beginning of a logical id; the first call since the plan was made is 1. */
  at: z.array(z.strictObject({ lambda: z.string(), call: z.int().min(1), kind: Kind })).default([]),
});
export type FaultPlan = z.infer<typeof FaultPlan>;

/** A number from 0 (included) to 1 that is the same for the same text. */
const chance = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;

/**
 * What goes wrong with the `call`th call of a Lambda, if anything. The same plan answers the same for the same call,
 * whatever others do beside it; of the plan's kinds only those that are possible are drawn.
 */
export function faultAt(
  plan: FaultPlan,
  lambda: string,
  call: number,
  possible: readonly FaultKind[],
): FaultKind | undefined {
  const named = plan.at.find((one) => one.call === call && lambda.startsWith(one.lambda));
  if (named) return possible.includes(named.kind) ? named.kind : undefined;
  if (!lambda.startsWith(plan.lambda) || chance(`${plan.seed} ${lambda} ${call}`) >= plan.rate) return undefined;
  const drawn = plan.kinds.filter((kind) => possible.includes(kind));
  return drawn[Math.floor(chance(`${plan.seed} ${lambda} ${call} kind`) * drawn.length)];
}

import { z } from 'zod';
import { DomainPartitions, onePartition } from '../../domain/matching/domain-partitions.ts';

/** The variables of each Lambda that reads or writes the index for matching: where it is, and how it is spread. */
export const IndexEnv = z.object({
  CANDIDATES_TABLE: z.string().min(1),
  CANDIDATE_PARTITIONS: z
    .string()
    .default(JSON.stringify(onePartition))
    .transform((text): unknown => JSON.parse(text))
    .pipe(DomainPartitions),
});

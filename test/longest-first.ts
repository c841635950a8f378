import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What starts a zone and waits for it, the longest first; all the rest takes seconds. */
const long = [
  'flow/deaths',
  'torture/',
  'flow/redrive',
  'flow/offer-to-mail',
  'local/start',
  'flow/',
  'faults/',
  'dry-run/',
];

function rank({ moduleId }: TestSpecification): number {
  const found = long.findIndex((part) => moduleId.includes(`/test/${part}`));
  return found === -1 ? long.length : found;
}

/** Begins with the files that take longest, so that none of them runs alone at the end while the other worker is idle. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

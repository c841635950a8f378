import { expect, inject, test } from 'vitest';
import * as z from 'zod';
import { readAssembly } from '../../infra/local/template/assembly.ts';
import { Stack } from '../../infra/local/template/stack.ts';
import { limits } from '../../infra/simulation/limits.ts';
import { readSettings } from '../../infra/simulation/settings.ts';
import { smallZone } from './small-zone.ts';

test('the matcher that is simulated is the one that the stack has, with a whole processor', () => {
  const [matcher] = new Stack(readAssembly(inject('assembly')), new Map())
    .ofType('AWS::Lambda::Function')
    .filter(({ id }) => id.includes('MatchingMatchListing'));
  if (!matcher) expect.fail('the stack has no matcher');
  const { MemorySize } = matcher.read(z.object({ MemorySize: z.number() }), (property) => property === 'MemorySize');
  expect(MemorySize).toBeGreaterThanOrEqual(limits.processorMiB);
  const settings = readSettings([]);
  if (settings === 'help') expect.fail('nothing is simulated');
  expect(settings.setup(smallZone().figures).matcherMiB).toBe(MemorySize);
});

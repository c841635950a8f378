import { expect, test } from 'vitest';
import { rulebookPage } from './rulebook-page.ts';

test('docs/rulebook.md says what the tables say', async () => {
  await expect(rulebookPage()).toMatchFileSnapshot(new URL('../../docs/rulebook.md', import.meta.url).pathname);
});

import { expect } from 'vitest';
import { type Reason, sentence } from '../../domain/matching/reasons.ts';
import { complianceTags } from '../../domain/vocabulary/compliance-tags.ts';

// Ids of one word (`pi`, `consent`) are words of the sentences too; those with a hyphen never are.
const ids = complianceTags.map((row) => row.id).filter((id) => id.includes('-'));
const unreadable = new RegExp(
  ['undefined', 'NaN', '\\[object', 'no longer in use', '已停用', '不再使用', 'dex-', 'CN-', ...ids].join('|'),
);

/** Both sentences of a reason are whole, in their own language, and name nothing by its id. */
export function expectReadable(reason: Reason): void {
  const chinese = sentence(reason, 'zh-CN');
  const english = sentence(reason, 'en');
  expect(chinese).toMatch(/\p{Script=Han}.*。$/u);
  expect(chinese).not.toMatch(unreadable);
  expect(english).toMatch(/^[A-Z].*\.$/);
  expect(english).not.toMatch(unreadable);
  expect(english).not.toMatch(/\p{Script=Han}/u);
}

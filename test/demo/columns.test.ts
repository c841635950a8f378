import { describe, expect, it } from 'vitest';
import { clip, inColumns, widthOf } from '../../infra/demo/columns.ts';

describe('text in the columns of a terminal', () => {
  it.each([
    ['abc', 3],
    ['数据', 4],
    ['（PM2.5）', 9],
    ['→ ·', 3],
    ['𠮷', 2],
  ])('%s takes %i', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('is cut between characters and never wider than asked', () => {
    expect(clip('公共停车场泊位', 14)).toBe('公共停车场泊位');
    expect(clip('公共停车场泊位', 8)).toBe('公共停…');
    expect(clip('parking spaces', 9)).toBe('parking…');
  });

  it.each(['短', '北京地面公交分时段客流OD矩阵', 'Kowloon junction traffic counts', ''])(
    'fills exactly so many: %s',
    (text) => {
      expect(widthOf(inColumns(text, 20))).toBe(20);
    },
  );
});

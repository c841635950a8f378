import { describe, expect, it } from 'vitest';
import { rowEditions } from '../../functions/_adapters/dynamo/editions/row-editions.ts';

const renamed = rowEditions(
  ({ colour, ...row }) => ({ ...row, color: colour }),
  (row) => ({ ...row, size: 1 }),
);

describe('the editions of a row', () => {
  it('are gone through one by one, from the one that it says; the first where it says nothing', () => {
    expect(renamed.upgrade({ id: 'a', colour: 'red' })).toEqual({ id: 'a', color: 'red', size: 1 });
    expect(renamed.upgrade({ id: 'a', edition: 2, color: 'red' })).toEqual({ id: 'a', color: 'red', size: 1 });
    expect(renamed.upgrade({ id: 'a', edition: 3, color: 'red', size: 9 })).toEqual({ id: 'a', color: 'red', size: 9 });
  });

  it('stand on what is written, but for the first', () => {
    expect(renamed.stamp({ id: 'a' })).toEqual({ id: 'a', edition: 3 });
    expect(rowEditions().stamp({ id: 'a' })).toEqual({ id: 'a' });
  });

  it.each([4, 0, 1.5, '2'])('that this version does not know (%s) are left alone', (edition) => {
    expect(() => renamed.upgrade({ id: 'a', edition })).toThrow(`edition ${edition}, and this version knows 3`);
  });
});

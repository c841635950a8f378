import { describe, expect, it } from 'vitest';
import { typedLine } from '../../functions/_mail/single-line.ts';

describe('what somebody else typed', () => {
  it.each([
    ['http://evil.example/x', 'http:\u2009//evil.\u2009example/x'],
    ['www.evil.example', 'www.\u2009evil.\u2009example'],
    ['mailto:a@evil.example', 'mailto:\u2009a@\u2009evil.\u2009example'],
    ['tel:+8610', 'tel:\u2009+8610'],
    ['evil。example evil．example', 'evil。\u2009example evil．\u2009example'],
    ['evil。中国 邪恶。com/x', 'evil。\u2009中国 邪恶。\u2009com/x'],
    ['evil․com evil﹒com a﹫evil', 'evil․\u2009com evil﹒\u2009com a﹫\u2009evil'],
    ['1.2.3.4', '1.\u20092.\u20093.\u20094'],
  ])('is parted where it would be a link: %s', (typed, shown) => {
    expect(typedLine(typed)).toBe(shown);
  });

  it.each(['通州数据应用有限公司。二〇二六年', 'Data Co. Ltd.', 'Well...', '10:30 每日', '需求：车辆'])(
    'stays as it is where it would be none: %s',
    (typed) => expect(typedLine(typed)).toBe(typed),
  );

  it('stays on its line', () => {
    expect(typedLine('a\r\nBcc: b\u202ec\u0000')).toBe('a Bcc: b c');
  });
});

import { describe, expect, it } from 'vitest';
import { makeProgress } from '../../infra/demo/progress.ts';
import { readSettings } from '../../infra/demo/settings.ts';

describe('the command line of the demo', () => {
  it('needs nothing', () => {
    expect(readSettings([])).toEqual({ zone: 'cn-bj-data-pilot', keep: false, port: 0 });
  });

  it('takes a zone, a port and --keep', () => {
    const settings = { zone: 'cn-jjj-bigdata', keep: true, port: 8080 };
    expect(readSettings(['--zone', 'cn-jjj-bigdata', '--port', '8080', '--keep'])).toEqual(settings);
  });

  it.each([[['--port', 'x']], [['--port', '70000']], [['--port', '-1']], [['--nonsense']], [['stray']]])(
    'refuses %j',
    (args) => {
      expect(() => readSettings(args)).toThrow();
    },
  );
});

describe('progress', () => {
  const written = (isTTY: boolean): string => {
    let text = '';
    const progress = makeProgress({ isTTY, write: (part) => (text += part) });
    progress.step('Posting.');
    progress.count(1, 2);
    progress.end();
    return text;
  };

  it('is one line that is updated in place on a terminal', () => {
    expect(written(true)).toContain('Posting. 1/2');
    expect(written(true)).not.toContain('\n');
  });

  it('is plain lines elsewhere', () => {
    expect(written(false)).toBe('Posting.\n');
  });
});

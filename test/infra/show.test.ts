import { expect, it } from 'vitest';
import { makeCli } from '../../infra/cli/cli.ts';
import { show, showList } from '../../infra/cli/show.ts';

it('shows nothing that a terminal obeys, whoever put it into a token or a name', () => {
  const said: string[] = [];
  const stream = { write: (text: string) => said.push(text) };
  const cli = makeCli({ locale: 'en', env: {}, stdout: stream, stderr: stream });
  const caller = '\u001b]0;owned\u0007\u009b2Jme\u202egro';
  show(cli, {}, { by: { caller }, caller });
  showList(cli, {}, { items: [{ caller }], isMore: false }, [
    { head: { zh: '谁', en: 'who' }, of: (row) => row['caller'] },
  ]);
  const text = said.join('');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(text).toContain('me gro');
});

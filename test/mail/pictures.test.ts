import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Camera, chromiumPath, type Look, openCamera } from '../../infra/mail-preview/pictures.ts';
import { pictureName, referenceFolder, referenceHeight, references } from '../../infra/mail-preview/references.ts';
import { sampleMails } from '../../infra/mail-preview/sample-mails.ts';

// CI installs one (.ci/run); on a machine without a browser the tests of the HTML remain.
const hasBrowser = existsSync(chromiumPath()) || process.env['CI'] !== undefined;

/** Releases of Chromium draw the edges of letters a little differently; a bar or a button takes more. */
const mostDifferent = 0.01;
const mostTaller = 24;

/** The share of pixels that differ, of what both pictures have. */
function difference(one: PNG, other: PNG): number {
  const height = Math.min(one.height, other.height);
  const top = ({ data, width }: PNG) => data.subarray(0, width * height * 4);
  return pixelmatch(top(one), top(other), undefined, one.width, height, { threshold: 0.1 }) / (one.width * height);
}

const reference = async (name: string, look: Look): Promise<PNG> =>
  PNG.sync.read(await readFile(new URL(pictureName(name, look), referenceFolder)));

describe.skipIf(!hasBrowser)('as it is drawn', () => {
  let camera: Camera;
  beforeAll(async () => {
    camera = await openCamera();
  });
  afterAll(() => camera?.close());

  const htmlOf = (name: string) => sampleMails.find((mail) => mail.name === name)?.render().html ?? '';

  it.each(references)(
    '$name at $look.width px, $look.scheme, looks as it did (npm run mail:preview -- --references)',
    async ({ name, look }) => {
      const before = await reference(name, look);
      const now = PNG.sync.read(await camera.take(htmlOf(name), look, referenceHeight));
      expect(now.width).toBe(look.width);
      expect(Math.abs(now.height - before.height)).toBeLessThanOrEqual(mostTaller);
      expect(difference(now, before)).toBeLessThan(mostDifferent);
    },
  );

  it.each([
    ['bars that are gone', / height="8"/g, ''],
    ['a button of another colour', /[.]b[{]background:#\w+/, '.b{background:#921d1d'],
  ] as const)('%s: that is seen', async (_, part, changed) => {
    const look = { width: 360, scheme: 'dark' } as const;
    const html = htmlOf('matches-01-en').replace(part, changed);
    const before = await reference('matches-01-en', look);
    const now = PNG.sync.read(await camera.take(html, look, referenceHeight));
    expect(difference(now, before)).toBeGreaterThan(mostDifferent);
  });

  it('a mail that asks for anything from elsewhere is refused', async () => {
    const asking = htmlOf('ended-en').replace('</h1>', '</h1><img src="https://elsewhere.example/pixel.png">');
    await expect(camera.take(asking, { width: 360, scheme: 'light' })).rejects.toThrow('elsewhere.example');
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexPage, type Shown } from './index-page.ts';
import { type Camera, type Look, looks } from './pictures.ts';
import { pictureName, referenceFolder, referenceHeight, references } from './references.ts';
import { type SampleMail, sampleMails } from './sample-mails.ts';
import { WrongUse } from './wrong-use.ts';

/** What is told while it works: a line for each mail. */
type Tell = (line: string) => void;

async function writeMail({ name, render }: SampleMail, out: string, camera: Camera | undefined): Promise<Shown> {
  const { subject, html, text } = render();
  await writeFile(join(out, `${name}.html`), html);
  await writeFile(join(out, `${name}.txt`), `${subject}\n\n${text}`);
  const write = async (look: Look) =>
    camera && writeFile(join(out, pictureName(name, look)), await camera.take(html, look));
  await Promise.all(looks.map(write));
  return { name, subject, bytes: Buffer.byteLength(html) };
}

/** Writes the mails whose name has `only` in it, and a page that shows them. Throws WrongUse where there is none. */
export async function writeMails(out: string, only: string, camera: Camera | undefined, tell: Tell): Promise<void> {
  const chosen = sampleMails.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) throw new WrongUse(`No mail has “${only}” in its name.`);
  await mkdir(out, { recursive: true });
  const shown: Shown[] = [];
  for (const mail of chosen) {
    shown.push(await writeMail(mail, out, camera));
    tell(`${shown.length} of ${chosen.length}  ${mail.name}`);
  }
  await writeFile(join(out, 'index.html'), indexPage(shown, camera !== undefined));
}

/** Writes the pictures that tests compare with. */
export async function writeReferences(camera: Camera, tell: Tell): Promise<void> {
  const out = fileURLToPath(referenceFolder);
  await mkdir(out, { recursive: true });
  for (const { name, look } of references) {
    const html = sampleMails.find((mail) => mail.name === name)?.render().html ?? '';
    await writeFile(join(out, pictureName(name, look)), await camera.take(html, look, referenceHeight));
    tell(pictureName(name, look));
  }
}

import { resolve } from 'node:path';
import { type Camera, openCamera } from './pictures.ts';
import { help, readSettings, type Settings } from './settings.ts';
import { writeMails, writeReferences } from './write-mails.ts';
import { WrongUse } from './wrong-use.ts';

const done = 0;
const failed = 1;
const wrongUse = 2;

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function run({ out, only, isReferences }: Settings, camera: Camera | undefined): Promise<void> {
  if (camera && isReferences) return writeReferences(camera, tell);
  const folder = resolve(out);
  await writeMails(folder, only, camera, tell);
  tell(`Open ${folder}/index.html`);
}

async function main(): Promise<number> {
  const settings = readSettings(process.argv.slice(2));
  if (settings === 'help') {
    process.stdout.write(`${help}\n`);
    return done;
  }
  const camera = settings.hasPictures || settings.isReferences ? await openCamera() : undefined;
  try {
    await run(settings, camera);
    return done;
  } finally {
    await camera?.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof WrongUse) {
    tell(error.message);
    return wrongUse;
  }
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return failed;
});

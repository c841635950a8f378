import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LocalFailure } from '../local-failure.ts';

const format = 2;

/** A version of a secret; one that is staged for rotation may hold nothing yet. */
export type SecretVersion = z.infer<typeof SecretVersion>;
const SecretVersion = z.strictObject({
  id: z.string(),
  value: z.string().optional(),
  stages: z.array(z.string()),
});

/** What is kept beside the services' own files. Secrets and the issuer's signing key are among it. */
const Kept = z.strictObject({
  format: z.literal(format),
  stack: z.string(),
  ports: z.record(z.string(), z.int()).default({}),
  secrets: z.record(z.string(), z.array(SecretVersion)).default({}),
  issuerKeys: z.array(z.looseObject({ kty: z.string() })).default([]),
  aheadMs: z.number().default(0),
});
type Kept = z.infer<typeof Kept>;

/** The versions of each secret, by the name of the resource. */
export type KeptSecrets = Readonly<Record<string, readonly SecretVersion[]>>;

type Saved = {
  readonly ports?: Readonly<Record<string, number>>;
  readonly secrets?: KeptSecrets;
  readonly issuerKeys?: readonly Readonly<Record<string, unknown>>[];
  readonly aheadMs?: number;
};

const Places = z.record(z.string(), z.record(z.string(), z.string()));

/** Where a reader of a stream is, by shard. */
export type ShardPlaces = {
  of(shardId: string): string | undefined;
  keep(shardId: string, place: string): void;
};

/** Places that nobody keeps: those of a zone that begins anew at each start. */
export function forgottenPlaces(): ShardPlaces {
  const places = new Map<string, string>();
  return { of: (shardId) => places.get(shardId), keep: (shardId, place) => places.set(shardId, place) };
}

/** Whether a process runs (`kill` with signal 0 does nothing but ask). */
function runs(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The file as a whole, or as it was: never a half of it. For its owner's eyes alone. */
function write(file: string, value: unknown): void {
  const next = `${file}.next`;
  writeFileSync(next, JSON.stringify(value), { mode: 0o600 });
  renameSync(next, file);
}

/** A folder in which a zone's data outlives its run. */
export class ZoneData {
  readonly folder: string;
  private kept: Kept;
  private readonly places: z.infer<typeof Places>;

  private constructor(folder: string, kept: Kept) {
    this.folder = folder;
    this.kept = kept;
    this.places = Places.safeParse(parsed(this.file('places.json'))).data ?? {};
  }

  /**
   * Opens the folder for the zone, and makes it where there is none. Throws LocalFailure where it is another zone's, of a
   * form that is not known here, something else's, or in use.
   */
  static open(folder: string, stack: string): ZoneData {
    const file = join(folder, 'zone.json');
    if (existsSync(folder) && !existsSync(file) && existsSync(join(folder, 'package.json'))) {
      throw new LocalFailure(`${folder} is no folder of a zone's data. Give a new one, or one that a zone has made.`);
    }
    try {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0o700);
    } catch (error) {
      throw new LocalFailure(
        `${folder} cannot be used for a zone's data: ${error instanceof Error ? error.message : error}`,
      );
    }
    const lock = join(folder, 'running');
    const other = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
    if (other > 0 && runs(other)) {
      throw new LocalFailure(
        `A zone runs on ${folder} already (process ${other}). Stop it first, or give another folder.`,
      );
    }
    const kept = existsSync(file) ? ZoneData.read(folder, file, stack) : Kept.parse({ format, stack });
    writeFileSync(lock, String(process.pid), { mode: 0o600 });
    const data = new ZoneData(folder, kept);
    data.save({});
    return data;
  }

  private static read(folder: string, file: string, stack: string): Kept {
    const { data } = Kept.safeParse(parsed(file));
    if (!data) throw new LocalFailure(`${file} is not of a form that this version knows. Give another folder.`);
    if (data.stack === stack) return data;
    throw new LocalFailure(`${folder} has the data of ${data.stack}, and not of ${stack}. Give another folder.`);
  }

  /** The folder of one service, made where there is none. */
  subfolder(name: string): string {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  get secrets(): KeptSecrets {
    return this.kept.secrets;
  }

  get issuerKeys(): Kept['issuerKeys'] {
    return this.kept.issuerKeys;
  }

  get aheadMs(): number {
    return this.kept.aheadMs;
  }

  /** Keeps these, and what is kept besides as it is. */
  save(fields: Saved): void {
    this.kept = Kept.parse({ ...this.kept, ...fields });
    write(this.file('zone.json'), this.kept);
  }

  /**
   * Starts a server on the port that it had, so that addresses and tokens hold; at the first start on the one it is given.
   * Throws LocalFailure where that port is not to be had.
   */
  async onKeptPort<T extends { readonly address: string }>(
    name: string,
    first: number,
    start: (port: number) => Promise<T>,
  ): Promise<T> {
    const port = first || (this.kept.ports[name] ?? 0);
    let server: T;
    try {
      server = await start(port);
    } catch (error) {
      if (port === 0 || port === first) throw error;
      const why = error instanceof Error ? error.message : String(error);
      throw new LocalFailure(
        `The zone in ${this.folder} had port ${port} (${name}), which is not to be had: ${why} Stop what uses it.`,
      );
    }
    this.save({ ports: { ...this.kept.ports, [name]: Number(new URL(server.address).port) } });
    return server;
  }

  /** The places of one reader of a stream, kept as soon as they are told. */
  placesOf(reader: string): ShardPlaces {
    this.places[reader] ??= {};
    const own = this.places[reader];
    return {
      of: (shardId) => own[shardId],
      keep: (shardId, place) => {
        own[shardId] = place;
        write(this.file('places.json'), this.places);
      },
    };
  }

  /** Lets others use the folder. */
  async stop(): Promise<void> {
    rmSync(this.file('running'), { force: true });
  }

  private file(name: string): string {
    return join(this.folder, name);
  }
}

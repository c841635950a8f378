import { rm } from 'node:fs/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { LocalLog } from '../../infra/local/lambda/local-function.ts';
import { type LocalZone, startZone } from '../../infra/local/start-zone.ts';
import type { MiniAssembly } from './mini-assembly.ts';

const Queues = z.object({ queues: z.array(z.looseObject({ id: z.string(), url: z.string(), visible: z.number() })) });

const credentials = { accessKeyId: 'LOCALTEST', secretAccessKey: 'local' };

/** A zone made from a mini assembly, and what a test asks of it. */
export class MiniZone {
  readonly zone: LocalZone;
  readonly logs: readonly LocalLog[];
  readonly sqs: SQSClient;
  readonly dynamoDb: DynamoDBClient;
  private readonly folder: string;

  private constructor(zone: LocalZone, logs: readonly LocalLog[], folder: string) {
    this.zone = zone;
    this.logs = logs;
    this.folder = folder;
    const { region, endpoints } = zone;
    this.sqs = new SQSClient({ region, endpoint: endpoints.sqs, credentials });
    this.dynamoDb = new DynamoDBClient({ region, endpoint: endpoints.dynamodb, credentials });
  }

  static async start(assembly: MiniAssembly): Promise<MiniZone> {
    const logs: LocalLog[] = [];
    const folder = assembly.write();
    return new MiniZone(await startZone({ assembly: folder, onLog: (log) => logs.push(log) }), logs, folder);
  }

  /** What a Lambda wrote, line by line. */
  linesOf(lambda: string): readonly string[] {
    return this.logs.filter(({ functionName }) => functionName === `mini-${lambda}`).map(({ line }) => line);
  }

  /** What a Lambda wrote as JSON, read by a schema; other lines are left out. */
  readAll<T>(lambda: string, schema: z.ZodType<T>): readonly T[] {
    return this.linesOf(lambda)
      .filter((line) => line.startsWith('{') || line.startsWith('['))
      .map((line) => schema.parse(JSON.parse(line)));
  }

  call(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.zone.api}${path}`, init);
  }

  /** Asks the control server. */
  control(path: string, method = 'GET'): Promise<Response> {
    return fetch(`${this.zone.control}${path}`, { method });
  }

  async queue(id: string): Promise<{ readonly url: string; readonly visible: number }> {
    const { queues } = Queues.parse(await (await this.control('/queues')).json());
    const queue = queues.find((candidate) => candidate.id === id);
    if (!queue) throw new Error(`there is no queue ${id}`);
    return queue;
  }

  async settle(): Promise<void> {
    const answer = await this.control('/idle?timeout=20');
    if (!answer.ok) throw new Error(`not idle within 20 seconds: ${await answer.text()}`);
  }

  async stop(): Promise<void> {
    this.sqs.destroy();
    this.dynamoDb.destroy();
    await this.zone.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

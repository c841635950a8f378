import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';

/** What there is only so much of. */
export const resources = {
  partitionReads: {
    zh: '撮合索引中最热分区的读取（每秒 3,000 个读取单位）',
    en: 'reading the hottest partition of the index (3,000 read units a second)',
  },
  partitionWrites: {
    zh: '撮合索引中最热分区的写入（每秒 1,000 个写入单位）',
    en: 'writing the hottest partition of the index (1,000 write units a second)',
  },
  indexReads: { zh: '撮合索引表的读取配额', en: 'the read quota of the table of the index' },
  pairReads: { zh: '供需信息表的读取配额', en: 'the read quota of the table of listings' },
  recordReads: { zh: '撮合结果表的读取配额', en: 'the read quota of the table of matches' },
  recordWrites: { zh: '撮合结果表的写入配额', en: 'the write quota of the table of matches' },
  promptRuns: {
    zh: '即时撮合的并发（matcherRuns.prompt）',
    en: 'runs of the matcher for what was just posted (matcherRuns.prompt)',
  },
  overflowRuns: {
    zh: '排队撮合的并发（matcherRuns.overflow）',
    en: 'runs of the matcher for what waits behind it (matcherRuns.overflow)',
  },
  lambdaRuns: { zh: '账户的 Lambda 并发配额', en: "the account's quota of Lambda runs at a time" },
  requests: { zh: 'API 请求速率（requestsASecond）', en: 'requests of the API (requestsASecond)' },
  mails: { zh: '邮件速率（mailsAMinute）', en: 'mails that leave the zone (mailsAMinute)' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Resource = keyof typeof resources;

/** Those that the zone's own record sets: a number is changed and deployed, where for the others AWS is asked, or less is done. */
const ownSettings: ReadonlySet<Resource> = new Set(['promptRuns', 'overflowRuns', 'requests', 'mails']);
export const isOwnSetting = ({ resource }: Peak): boolean => ownSettings.has(resource);

const isResource = (name: string): name is Resource => name in resources;

/** How much of each is asked for, as a share of what there is. */
export type Uses = Readonly<Record<Resource, number>>;

/** How busy each was at its busiest, and since when it was more than full. */
export type Peak = {
  readonly resource: Resource;
  readonly use: number;
  /** How many posts came in a second then. */
  readonly postsASecond: number;
  readonly fullAt: number | undefined;
};

/** Remembers the busiest moment of each. */
export class Peaks {
  private readonly known = new Map<Resource, Peak>();

  note(second: number, postsASecond: number, uses: Uses): void {
    for (const [resource, use] of Object.entries(uses)) {
      if (!isResource(resource)) continue;
      const before = this.known.get(resource);
      const isBusiest = before === undefined || use > before.use;
      const fullAt = before?.fullAt ?? (use > 1 ? second : undefined);
      this.known.set(resource, { ...(isBusiest ? { resource, use, postsASecond } : before), fullAt });
    }
  }

  /** Those that are asked for the most first. */
  get all(): readonly Peak[] {
    return [...this.known.values()].toSorted((a, b) => b.use - a.use);
  }
}

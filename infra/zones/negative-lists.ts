/** An edition of a free-trade zone's negative list (CAC Order 16 of 2024, Art 6): whose it is, and since when. */
type NegativeList = {
  /** The province whose list it is, GB/T 2260. */
  readonly code: string;
  readonly version: string;
  readonly published: string;
  readonly url: string;
  /** What of the row is not as sure as the rest. */
  readonly doubt?: string;
};

const url = 'https://www.cac.gov.cn/wxzw/sjzl/sjcjfmqd/A09370806index_1.htm';
const doubt = 'Two copies of the table differ by days on the date.';

/** Every edition that is known, from the table of the Cyberspace Administration as of 2026-11-23. */
export const negativeLists = {
  'nl-bj-2024': { code: '110000', version: '2024版', published: '2024-08-30', url },
  'nl-bj-2025': { code: '110000', version: '2025版', published: '2026-05-11', url },
  'nl-tj-2024': { code: '120000', version: '2024版', published: '2024-05-09', url },
  'nl-sh-2024': { code: '310000', version: '2024版', published: '2025-02-08', url },
  'nl-sh-2025': { code: '310000', version: '2025版', published: '2026-04-24', url, doubt },
  'nl-hi-2024': { code: '460000', version: '2024版', published: '2025-02-20', url },
  'nl-zj-2024': { code: '330000', version: '2024版', published: '2025-04-10', url },
  'nl-gx-2025': { code: '450000', version: '2025版', published: '2025-08-08', url, doubt },
  'nl-js-2025': { code: '320000', version: '2025版', published: '2025-08-13', url, doubt },
  'nl-cq-2025': { code: '500000', version: '2025版', published: '2025-09-05', url },
  'nl-fj-2025': { code: '350000', version: '2025版', published: '2025-12-25', url },
  'nl-gd-2025': { code: '440000', version: '2025版', published: '2026-05-15', url, doubt },
} as const satisfies Record<string, NegativeList>;

export type NegativeListId = keyof typeof negativeLists;

/** What is known of an edition. */
export const negativeListOf = (id: NegativeListId): NegativeList => negativeLists[id];

/** The newer edition of the same province's list, where there is one. */
export function newerEdition(id: NegativeListId): NegativeListId | undefined {
  const { code, published } = negativeLists[id];
  const ids = Object.keys(negativeLists).filter((other): other is NegativeListId => other in negativeLists);
  return ids.find((other) => negativeLists[other].code === code && negativeLists[other].published > published);
}

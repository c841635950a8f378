/** The keys of what a service did not take, each with the service's error code. */
export type NotTaken = ReadonlyMap<string, string>;

const codeOf = (error: unknown): string => (error instanceof Error ? error.name : 'Unknown');

/**
 * Sends in batches of at most `size`. `sendBatch` answers an error code, or undefined for taken, for each of its items in
 * order; where it throws, none of its batch counts as taken.
 */
export function inBatches<T extends { readonly key: string }>(
  size: number,
  sendBatch: (batch: readonly T[]) => Promise<readonly (string | undefined)[]>,
): (items: readonly T[]) => Promise<NotTaken> {
  return async (items) => {
    const notTaken = new Map<string, string>();
    for (let start = 0; start < items.length; start += size) {
      const batch = items.slice(start, start + size);
      const codes = await sendBatch(batch).catch((error: unknown) => batch.map(() => codeOf(error)));
      batch.forEach((item, index) => {
        const code = codes[index];
        if (code !== undefined) notTaken.set(item.key, code);
      });
    }
    return notTaken;
  };
}

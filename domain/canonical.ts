const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON that is the same for equal values: members in the order of their names, which a store need not keep. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    isMap(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

const escaped = (step: PropertyKey): string => String(step).replaceAll('~', '~0').replaceAll('/', '~1');

/** A JSON Pointer (RFC 6901) to a place in a value. */
export const jsonPointer = (path: readonly PropertyKey[]): string => path.map((step) => `/${escaped(step)}`).join('');

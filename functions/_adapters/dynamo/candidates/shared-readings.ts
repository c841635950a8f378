type Reading<T> = { readonly result: Promise<T>; next: Promise<T> | undefined };

/**
 * Has those that ask for one thing at a time read it together. Each gets a reading that began after it asked: while one is
 * under way, whoever asks waits for the next, which all of them share. A judgement is never made of what was read before
 * the record that it is compared with, and the second judgement of a listing never of the reading of the first.
 */
export function sharedReadings<T>() {
  const underWay = new Map<string, Reading<T>>();

  function begin(of: string, read: () => Promise<T>): Promise<T> {
    const reading: Reading<T> = { result: read(), next: undefined };
    underWay.set(of, reading);
    const over = (): void => {
      if (!reading.next) underWay.delete(of);
    };
    reading.result.then(over, over);
    return reading.result;
  }

  return (of: string, read: () => Promise<T>): Promise<T> => {
    const current = underWay.get(of);
    if (!current) return begin(of, read);
    const again = (): Promise<T> => begin(of, read);
    current.next ??= current.result.then(again, again);
    return current.next;
  };
}

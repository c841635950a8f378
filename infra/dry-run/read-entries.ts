import type { Instant } from '../../domain/time.ts';
import type { LineForm, Read } from './line-forms.ts';
import { linesOf, type SourceFile } from './source-file.ts';

/** Told of each line that says nothing. */
export type OnMalformed = (place: string, complaint: string) => void;

export type Entry<T> = { readonly value: T; readonly bytesRead: number };

function parseJson(text: string): Read<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { complaint: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Reads a file of JSON lines. A malformed line, or one whose id stands in an earlier line, is told and left out. */
export async function* readEntries<T extends { readonly id: string }>(
  file: SourceFile,
  form: LineForm<T>,
  now: Instant,
  onMalformed: OnMalformed,
): AsyncGenerator<Entry<T>> {
  const seen = new Map<string, number>();
  for await (const { number, text, bytesRead } of linesOf(file)) {
    const place = `${file.path}:${number}`;
    const parsed = parseJson(text);
    const read = 'value' in parsed ? form(parsed.value, now) : parsed;
    if ('complaint' in read) {
      onMalformed(place, read.complaint);
      continue;
    }
    const earlier = seen.get(read.value.id);
    if (earlier !== undefined) {
      onMalformed(place, `/id ${read.value.id} stands in line ${earlier} already`);
      continue;
    }
    seen.set(read.value.id, number);
    yield { value: read.value, bytesRead };
  }
}

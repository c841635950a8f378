import * as z from 'zod';

/** RFC 3339 in UTC with milliseconds: the only spelling that is stored, so that times sort as text. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** The last millisecond that an Instant can say, in the year 9999. */
const latest = 253_402_300_799_999;

/** The moment so many milliseconds after 1970-01-01T00:00:00Z (POSIX). Throws a RangeError where that is in no year from 0000 to 9999. */
export function instantAt(milliseconds: number): Instant {
  if (!(Math.abs(milliseconds) <= latest)) throw new RangeError(`${milliseconds} ms are no moment`);
  const text = new Date(milliseconds).toISOString();
  if (!text.startsWith('-')) return text as Instant;
  throw new RangeError(`${milliseconds} ms are no moment`);
}

/** What a caller may write: any RFC 3339 time with `Z` or an offset, in the years 0000 to 9999; kept as an Instant. */
export const instantInput = z.iso.datetime({ offset: true }).transform((text, context) => {
  const ms = Date.parse(text);
  const { data } = Instant.safeParse(Number.isNaN(ms) ? undefined : new Date(ms).toISOString());
  if (data) return data;
  context.issues.push({ code: 'custom', input: text, params: { code: 'not-a-time' } });
  return z.NEVER;
});

/** Whole seconds since 1970-01-01T00:00:00Z (POSIX), as DynamoDB's time to live counts. */
export const secondsOf = (moment: Instant): number => Math.floor(Date.parse(moment) / 1000);

/** How many seconds are left of a moment's minute, 1..60. */
export const secondsLeftOfMinute = (moment: Instant): number => 60 - (secondsOf(moment) % 60);

/** A calendar day, `YYYY-MM-DD` (RFC 3339 full-date), in the zone's own time zone. */
export const CalendarDay = z.iso.date();
export type CalendarDay = z.infer<typeof CalendarDay>;

/** The same moment `years` later; 29 February becomes 28 February. */
export function yearsAfter(moment: Instant, years: number): Instant {
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return Instant.parse(date.toISOString());
}

/** To make one takes a quarter of a millisecond and kilobytes: whoever asks of a million moments makes it once a time zone. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, made);
  return made;
}

/** The calendar day that a moment falls on in an IANA time zone. */
export const dayIn = (timeZone: string, moment: Instant): CalendarDay => dayFormat(timeZone).format(new Date(moment));

/** The time of day, `hh:mm`, that a moment falls on in an IANA time zone. */
export function timeOfDayIn(timeZone: string, moment: Instant): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(moment));
}

/** The day that is `count` days after another; before it, where `count` is below zero. */
export function daysAfter(day: CalendarDay, count: number): CalendarDay {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

export const dayAfter = (day: CalendarDay): CalendarDay => daysAfter(day, 1);

const quarterMs = 900_000;

/**
 * The next moment, after another, at which the clocks of an IANA time zone show a full hour, 0..23. An hour that a change
 * of the clocks leaves out is looked for on the day after. Every zone's clocks differ from UTC by quarters of an hour;
 * where some did not, it is the first quarter of that hour, so that this ends for any clock.
 */
export function nextAtHour(timeZone: string, hour: number, after: Instant): Instant {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const wanted = new RegExp(`^${String(hour).padStart(2, '0')}:(?:0\\d|1[0-4])$`);
  let at = (Math.floor(Date.parse(after) / quarterMs) + 1) * quarterMs;
  while (!wanted.test(clock.format(at))) at += quarterMs;
  return Instant.parse(new Date(at).toISOString());
}

/** The moment so many seconds after another. */
export const secondsAfter = (moment: Instant, seconds: number): Instant =>
  Instant.parse(new Date(Date.parse(moment) + seconds * 1000).toISOString());

/** The later of two moments. */
export const laterOf = (one: Instant, other: Instant): Instant => ([one, other].toSorted()[1] === one ? one : other);

/** How many seconds lie between two moments, to the millisecond; none where the second is the earlier one. */
export const secondsBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Date.parse(to) - Date.parse(from)) / 1000;

/** An IANA time zone that this machine knows: a name, and no offset such as `+05:37` (ECMA-402), which is no place's clock. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { params: { code: 'unknown-time-zone' } });

function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

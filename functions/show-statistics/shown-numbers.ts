import type { BudgetBand } from '../../domain/statistics/budget-band.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';

export const shownCount = (count: number | bigint, locale: Locale): string =>
  new Intl.NumberFormat(locale).format(count);

export const shownShare = (share: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'percent' }).format(share);

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;

/** A number of bytes by the largest unit that it fills; decimal, as volumes are sold. */
export function shownBytes(bytes: bigint, locale: Locale): string {
  const power = Math.min(units.length - 1, Math.floor((String(bytes).length - 1) / 3));
  // Three digits are told, so that what a number cannot hold exactly is not missed.
  const value = Number(bytes) / 1000 ** power;
  const unit = units[power] ?? 'byte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 3 }).format(value);
}

const timeUnits = [
  { seconds: 86_400, unit: 'day' },
  { seconds: 3600, unit: 'hour' },
  { seconds: 60, unit: 'minute' },
  { seconds: 1, unit: 'second' },
] as const;
type TimeUnit = (typeof timeUnits)[number];

/** The largest unit of time that so many seconds fill. */
export const unitOf = (seconds: number): TimeUnit =>
  timeUnits.find((one) => seconds >= one.seconds) ?? { seconds: 1, unit: 'second' };

/** So many of a unit of time. */
export const shownIn = ({ unit }: TimeUnit, value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);

/** How long something takes. */
export function shownSeconds(seconds: number, locale: Locale): string {
  const unit = unitOf(seconds);
  return shownIn(unit, seconds / unit.seconds, locale);
}

/** Money that was summed in minor units, in short. */
export function shownMoney(minorUnits: bigint, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const { maximumFractionDigits = 0 } = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return format.format(Number(minorUnits) / 10 ** maximumFractionDigits);
}

/** A range of budgets; `none` where no budget is stated. */
export function shownBand(band: BudgetBand, none: string, locale: Locale): string {
  if (band === null) return none;
  const { currency, from, to } = band;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 0,
  });
  if (to === null) return `≥ ${format.format(from)}`;
  return from === 0 ? `< ${format.format(to)}` : format.formatRange(from, to);
}

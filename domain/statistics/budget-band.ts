import type { Demand } from '../demand/demand.ts';

/** A tenfold range of budgets, in whole units of a currency: at least `from`, below `to`; null where no budget is stated. */
export type BudgetBand = { readonly currency: string; readonly from: number; readonly to: number | null } | null;

/** Below ten thousand, and from ten million on, nothing is told apart. */
const [least, most] = [4, 7] as const;

function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
}

/** The band of a demand's budget, by a name that is good as a key. */
export function budgetBandOf({ budget }: Pick<Demand, 'budget'>): string {
  if (budget === undefined) return '';
  const units = budget.amount / 10 ** digitsOf(budget.currency);
  const power = Math.min(most, Math.max(least - 1, Math.floor(Math.log10(Math.max(1, units)))));
  return `${budget.currency} ${power}`;
}

/** The band behind a name. */
export function readBudgetBand(name: string): BudgetBand {
  const [currency = '', power = ''] = name.split(' ');
  if (currency === '') return null;
  const from = Number(power) < least ? 0 : 10 ** Number(power);
  return { currency, from, to: Number(power) >= most ? null : 10 ** (Number(power) + 1) };
}

// How effects of a bet are said and read: in per cent of what the metric is now, or in its own unit. Knows no screen.
import type { OutputOf } from '../../../../contract/index.ts';
import { said, saidRange, type Measure } from '../../charts/outcome/measure.ts';

export type Metric = OutputOf<'metric.list'>['metrics'][number];
export type Scale = 'relative' | 'absolute';

/** A relative effect is in per cent; an absolute one of a rate or of per cents in points, else in the metric's unit. */
export function effectMeasure(scale: Scale | undefined, metric: Pick<Metric, 'kind' | 'unit'> | undefined): Measure {
  if (scale !== 'absolute') return { as: 'share', unit: '%' };
  if (metric?.kind === 'rate') return { as: 'share', unit: ' points' };
  const unit = metric?.unit?.trim() ?? '';
  return { as: 'number', unit: unit === '' ? '' : unit.startsWith('%') ? ' points' : ` ${unit}` };
}

/** The value as a person would type it, without its unit: 0.035 as a share is `3.5`. */
export function typedAmount(value: number | undefined, measure: Measure): string {
  return value === undefined ? '' : String(Number((measure.as === 'share' ? value * 100 : value).toPrecision(12)));
}

/** A number as people type it, `31`, `1,200`, `0,5`, `-3 %`; undefined when it is none. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(/\s*%$/, '').replace(/^[\u2010-\u2015\u2212]/, '-');
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return /^[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

/** The same in the measure's values: `3.5` as a share is 0.035. */
export function amountIn(text: string, measure: Measure): number | undefined {
  const value = numberIn(text);
  return value === undefined ? undefined : measure.as === 'share' ? Number((value / 100).toPrecision(12)) : value;
}

/** `2% to 20%` as one range: `2 to 20%`. */
export function effectRange(low: number, high: number, measure: Measure): string {
  return saidRange(low, high, measure);
}

/** Money with its sign and unit: `+1,200 EUR`, `−3 team-weeks`. Rounded to what a decision can use. */
export function moneyWords(value: number, money: string | undefined, signed = false): string {
  const words = said(value, { as: 'number', unit: money === undefined || money === '' ? '' : ` ${money}` }, { signed });
  return words;
}

/** What one step of effect is called when its worth is asked for: one per cent, one point, one of the unit. */
export function oneStep(measure: Measure): string {
  if (measure.unit === '%') return 'one per cent';
  if (measure.unit === ' points') return 'one point';
  const unit = measure.unit.trim();
  return unit === '' ? 'one more' : `one ${/^[a-z]{3,}s$/.test(unit) ? unit.slice(0, -1) : unit}`;
}

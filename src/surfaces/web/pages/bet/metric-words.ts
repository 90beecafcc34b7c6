// What a bet's form says of a metric where one is chosen: its last value, its length, whether its source still speaks.
import { said } from '../../charts/outcome/measure.ts';
import { counted, dayShort } from '../../data/words.ts';
import { effectMeasure, type Metric } from './bet-measure.ts';

/** `last 40.3% on 15 Nov 2026`, `no values yet`, `silent since 15 Nov 2026`. */
export function metricHint({ kind, unit, last, lastOn, stale }: Metric): string {
  if (last === undefined || lastOn === undefined) return 'no values yet';
  if (stale) return `silent since ${dayShort(lastOn)}`;
  const value = kind === 'rate' ? said(last, { as: 'share', unit: '%' }) : said(last, { as: 'number', unit: unit?.startsWith('%') === true ? '%' : effectMeasure('absolute', { kind, unit }).unit });
  return `last ${value} on ${dayShort(lastOn)}`;
}

/** `734 days, 2 gaps; last 15 Nov 2026.` A source that fell silent says so first. */
export function metricNote({ points, gaps, grain, lastOn, stale, behind }: Metric): string {
  if (points === 0) return 'It has no values yet; without a history it can answer nothing.';
  const history = `${counted(points, grain)} of history${gaps === 0 ? '' : `, ${counted(gaps, 'gap')}`}`;
  return stale ? `Silent since ${dayShort(lastOn ?? '')}: ${counted(behind, grain)} missing. ${history}.` : `${history}; last ${dayShort(lastOn ?? '')}.`;
}

// Adapter for whole readings: a series, its ship and a bar, through the door the product uses.
import type { ControlSeries, ModelScale } from '../../src/domain/outcome/series/input.ts';
import { readSeries } from '../../src/domain/outcome/series/read-series.ts';

export function runCase(input: Record<string, unknown>): unknown {
  const train = input['train'] as number;
  const reading = readSeries(
    {
      grain: input['season'] === undefined || input['season'] === 7 ? 'day' : 'week', values: input['y'] as (number | null)[], kind: 'amount',
      scale: input['transform'] as ModelScale | undefined, denominators: input['denominators'] as number[] | undefined, controls: controlsOf(input['controls'] ?? input['control']),
      otherShips: input['otherShips'] as number[] | undefined, ship: train, window: { from: 1, to: input['h'] as number },
    },
    { direction: input['direction'] === 'down' ? 'down' : 'up', scale: 'relative', minEffect: input['minEffect'] as number, alpha: input['alpha'] as number },
  );
  const { verdict, estimate, model, placebo, detectable80 } = reading;
  const refused = verdict.reason !== undefined;
  const percent = (share: number | null | undefined): number | null => (share === null || share === undefined ? null : share * 100);
  return {
    status: refused ? 'refused' : 'ok', ...(refused ? { reason: verdict.reason } : { verdict: verdict.status, sub: verdict.sub }),
    meanLogEffect: model?.effect, scale: model?.standardError, df: model?.df, kappa2: placebo?.kappa2, nEff: placebo?.effectiveN, pAtLeastMin: verdict.pAtLeastMin,
    relativePct: percent(estimate?.relative?.value), relLoPct: percent(estimate?.relative?.low), relHiPct: percent(estimate?.relative?.high), mde80Pct: percent(detectable80?.relative),
  };
}

/** One series, several series, or rows of several. */
function controlsOf(given: unknown): ControlSeries[] {
  if (!Array.isArray(given) || given.length === 0) return [];
  if (!Array.isArray(given[0])) return [{ name: 'control-1', values: given as number[] }];
  const table = given as number[][];
  const columns = table.length > table[0]!.length ? table[0]!.map((_, i) => table.map((row) => row[i]!)) : table;
  return columns.map((values, i) => ({ name: `control-${i + 1}`, values }));
}

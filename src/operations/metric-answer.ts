// What a metric can answer, told before a bet on it is placed: from its own history, with today as the ship.
import { indexOf } from '../domain/metric/series.ts';
import { granted, refused } from '../domain/kernel/ruling.ts';
import { studentQuantile } from '../domain/outcome/numerics/student.ts';
import { detectability, type HorizonReading } from '../domain/outcome/series/detectability.ts';
import type { SeriesHistory } from '../domain/outcome/series/input.ts';
import { answerability, type MetricPrecision } from '../domain/outcome/verdict/answerability.ts';
import { effectText, type EffectUnit } from '../domain/outcome/verdict/effect-text.ts';
import { reasonSentence } from '../domain/outcome/verdict/reason-sentences.ts';
import { isReasonCode } from '../domain/outcome/verdict/reasons.ts';
import { answerabilitySentence } from '../domain/outcome/verdict/sentences.ts';
import { findMetric, type MetricRow } from '../store/metric.ts';
import type { Context, Handlers } from './context.ts';
import { seriesOfMetric, type SeriesShown } from './metric-view.ts';
import { shipsOn } from './metric.ts';

/** A stored metric as the engine takes it. Other ships are steps before today. */
export function historyOf(metric: Pick<MetricRow, 'kind'>, series: SeriesShown, ships: readonly string[]): SeriesHistory {
  const kind = metric.kind === 'rate' ? 'rate' : metric.kind === 'count' ? 'count' : 'amount';
  const otherShips = [...new Set(ships.map((day) => indexOf(series, day)))].filter((at) => at > 0 && at < series.values.length);
  return { grain: series.grain, values: series.values, denominators: series.denominators, kind, ...(otherShips.length > 0 ? { otherShips } : {}) };
}

/** The series of control metrics on the days of `series`; days they lack are missing. */
export async function controlsFor({ tx, asker }: Pick<Context, 'tx' | 'asker'>, references: readonly string[], series: SeriesShown) {
  const controls: { name: string; values: (number | null)[] }[] = [];
  for (const reference of references) {
    const row = await findMetric(tx, asker.workspaceId, reference);
    if (!row) return refused('not_found', { kind: 'metric', reference });
    const own = await seriesOfMetric(tx, asker.workspaceId, row);
    const shift = own === undefined ? 0 : indexOf(own, series.start);
    controls.push({ name: row.name, values: series.values.map((_, at) => {
      const value = own?.values[at + shift] ?? null;
      const out = own?.denominators?.[at + shift];
      return value === null || out === undefined || out === null || out === 0 ? value : value / out;
    }) });
  }
  return granted(controls);
}

export const metricAnswerHandlers: Pick<Handlers, 'metric.answer'> = {
  async 'metric.answer'(given, context) {
    const { tx, asker } = context;
    const row = await findMetric(tx, asker.workspaceId, given.metric);
    if (!row) return refused('not_found', { kind: 'metric', reference: given.metric });
    const series = await seriesOfMetric(tx, asker.workspaceId, row);
    if (series === undefined) return granted({ horizons: [], advice: `${row.key} has no values yet. Load its history first: the longer, the more it can answer.` });
    const controls = await controlsFor(context, given.controls ?? [], series);
    if (!controls.ok) return controls;
    const ships = (await shipsOn(context, row.id)).map(({ shippedOn }) => shippedOn);
    const readings = detectability({ ...historyOf(row, series, ships), ...(controls.value.length > 0 ? { controls: controls.value } : {}) });
    const unit: EffectUnit = { scale: given.scale, unit: row.unit ?? undefined };
    const horizons = readings.map((reading) => {
      const days = reading.horizon;
      const seen = reading.detectable80;
      const detectable = given.scale === 'relative' ? seen?.relative ?? undefined : seen?.absolute;
      if (reading.reason !== undefined || detectable === undefined || reading.model === undefined) {
        const reason = reading.reason ?? 'no-relative-effect';
        const check = reading.checks.find(({ id, ok }) => id === reason && !ok);
        return { days, reason, sentence: isReasonCode(reason) ? reasonSentence(reason, { days, value: check?.value, limit: check?.limit }) : reason };
      }
      if (given.minEffect === undefined) return { days, detectable, sentence: `At ${days} days this metric can see ${effectText(detectable, unit)} or more.` };
      const { answer } = answerability(precisionOf(detectable, reading.model, given.scale), { minEffect: given.minEffect, direction: row.direction });
      return { days, detectable, enough: detectable <= given.minEffect, sentence: answerabilitySentence({ days, detectable, minEffect: given.minEffect, answer }, unit) };
    });
    const short = given.minEffect !== undefined && !horizons.some((horizon) => 'enough' in horizon && horizon.enough);
    return granted({ horizons, ...(short ? { advice: 'Before and after will not tell. Test it on some users at random, name a control the ship cannot move, or roll it out to one group after another.' } : {}) });
  },
};

/** The reading's precision on the scale that was asked for: its own where that is the logarithm, else what its detectable effect implies. */
function precisionOf(detectable: number, model: NonNullable<HorizonReading['model']>, scale: 'relative' | 'absolute'): MetricPrecision {
  const { df, standardError } = model;
  if (scale === 'relative' && model.scale === 'log') return { scaleSd: standardError, df, logScale: true };
  return { scaleSd: detectable / (studentQuantile(0.8, df) - studentQuantile(0.025, df)), df, logScale: false };
}

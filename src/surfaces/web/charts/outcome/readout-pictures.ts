// From a readout's document to the data of its drawings: the same for a page and for a terminal. Adds no number of its own but the
// window's means, which are what was measured and that less the effect.
import type { ReadoutReport } from '../../../../contract/readout-report.ts';
import type { CounterfactualData } from './counterfactual.ts';
import type { EffectOverTimeData } from './effect-over-time.ts';
import type { ExperimentData } from './experiment.ts';
import type { Measure } from './measure.ts';

type Picture = NonNullable<ReadoutReport['picture']>;
type BeforeAfter = Extract<Picture, { case: 'before-after' }>;
type Panel = Extract<Picture, { case: 'panel' }>;

const RELATIVE: Measure = { as: 'share', unit: '%' };

/** Good or bad only when the whole interval is beyond zero on that side, and a verdict may be given at all. */
export function toneOf({ effect, asked, verdict }: ReadoutReport): 'good' | 'bad' | 'plain' {
  if (verdict.status === 'refused' || verdict.status === 'too-early') return 'plain';
  const { low, high } = effect[asked.scale] ?? effect.relative ?? effect.absolute ?? { low: null, high: null };
  const up = low !== null && low > 0, down = high !== null && high < 0;
  if (!up && !down) return 'plain';
  return up === (asked.direction === 'up') ? 'good' : 'bad';
}

/** What ships are called where that is known; a file knows their days only. */
export interface ShipNames {
  readonly ship?: string | undefined;
  readonly others?: readonly { readonly on: string; readonly title: string }[] | undefined;
}

export function counterfactualOf(report: ReadoutReport, picture: BeforeAfter, names: ShipNames = {}): CounterfactualData {
  const { points, window, grain, ship } = picture;
  const measure = closeUp(picture.measure);
  const inside = points.flatMap(({ day, side, actual }) => (side === 'window' && day >= window.from && day <= window.to && actual !== null ? [actual] : []));
  const mean = inside.reduce((sum, value) => sum + value, 0) / Math.max(1, inside.length);
  const { absolute, relative } = report.effect;
  const rolling = points.filter(({ side }) => side === 'rollout').at(-1)?.day;
  return {
    metric: report.asked.columns['value'] ?? 'The metric', measure, grain, level: report.effect.level,
    actual: points.map(({ day, actual }) => ({ day, value: actual })),
    expected: points.flatMap(({ day, side, expected, low, high }) => (side === 'before' || expected === null || low === null || high === null ? [] : [{ day, value: expected, low, high }])),
    ship: { day: ship, name: names.ship ?? 'the ship' }, ...(rolling === undefined ? {} : { rolloutUntil: rolling }),
    otherShips: picture.otherShips.map((day) => ({ day, name: names.others?.find(({ on }) => on === day)?.title ?? 'another ship' })),
    ...(absolute === null || inside.length === 0 ? {} : {
      window: { from: window.from, to: window.to, actual: mean, expected: mean - absolute.value, tone: toneOf(report), ...(relative === null ? { effect: absolute, effectMeasure: differenceMeasure(measure) } : { effect: relative, effectMeasure: RELATIVE }) },
    }),
  };
}

/** A sign stands close to its number: `52%`, not `52 %`. */
function closeUp(measure: Measure): Measure {
  return measure.unit === ' %' ? { ...measure, unit: '%' } : measure;
}

/** Differences of shares and of percentages are points. */
export function differenceMeasure({ as, unit }: Measure): Measure {
  return as === 'share' || unit.trim() === '%' ? { as, unit: ' points' } : { as, unit };
}

/** The effect as the window grew; undefined where fewer than five days can be told. */
export function effectOverTimeOf({ effect, asked, minEffect }: ReadoutReport, { toDate, grain, measure }: BeforeAfter): EffectOverTimeData | undefined {
  const relative = asked.scale === 'relative' && effect.relative !== null;
  const points = toDate.map((one) => {
    const [value, low, high] = relative ? one.relative : one.absolute;
    return { day: one.day, value, low, high };
  });
  if (points.filter(({ value }) => value !== null).length < 5) return undefined;
  return { measure: relative ? RELATIVE : differenceMeasure(measure), grain, level: effect.level, direction: asked.direction, points, ...(minEffect !== null && relative === (asked.scale === 'relative') ? { minEffect } : {}) };
}

export function experimentOf(report: ReadoutReport, picture: Extract<Picture, { case: 'experiment' }>): ExperimentData {
  const { absolute, relative } = report.effect;
  const { asked, minEffect } = report;
  const control = picture.arms.find((arm) => arm.control);
  const [only] = picture.arms.filter((arm) => !arm.control);
  const bar = minEffect === null || absolute === null ? undefined : (asked.scale === 'absolute' ? minEffect : minEffect * Math.abs(control?.value ?? 0)) * (asked.direction === 'up' ? 1 : -1);
  return {
    outcome: asked.columns['outcome'] ?? 'The outcome', measure: picture.measure, differenceMeasure: differenceMeasure(picture.measure), level: report.effect.level, arms: picture.arms,
    differences: absolute === null ? [] : [{ ...absolute, name: picture.arms.length === 2 ? (only?.name ?? 'the difference') : 'the difference', tone: toneOf(report), ...(relative === null ? {} : { relative }) }],
    ...(bar === undefined || bar === 0 ? {} : { minEffect: bar }),
  };
}

export interface EventRow {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Most rows of a panel's picture: the last ones before the change and the first ones after it. */
const BEFORE = 4;
const AFTER = 8;

/** The effect by periods since the change; empty where one unit stands beside its synthetic one. */
export function eventRows({ byEventTime }: Panel): EventRow[] {
  const near = [...byEventTime.filter(({ event }) => event < 0).slice(-BEFORE), ...byEventTime.filter(({ event }) => event >= 0).slice(0, AFTER)];
  return near.map(({ event, effect, low, high }) => ({ name: eventName(event), value: effect, low, high }));
}

function eventName(event: number): string {
  if (event === 0) return 'first period with it';
  const count = Math.abs(event);
  return `${count} ${count === 1 ? 'period' : 'periods'} ${event < 0 ? 'before' : 'later'}`;
}

export const BY_PERIODS = 'The effect by periods since the change';
export const BY_WEEKS = 'The effect by weeks since a unit first had it';

/** The effect of each week of a test that was read by weeks, with how it is counted; undefined for any other. */
export function weekRowsOf({ lasting, asked, picture }: ReadoutReport): { readonly rows: readonly EventRow[]; readonly measure: Measure } | undefined {
  if (lasting === undefined || lasting.weeks.length === 0 || picture?.case !== 'experiment') return undefined;
  return { rows: lasting.weeks.map(({ week, ...interval }) => ({ name: `week ${week}`, ...interval })), measure: asked.scale === 'relative' ? RELATIVE : differenceMeasure(picture.measure) };
}

/** The treated units beside their synthetic one as a counterfactual, where periods are days. */
export function syntheticOf(report: ReadoutReport, { path, measure }: Panel): CounterfactualData | undefined {
  const days = path?.periods.filter((period): period is string => typeof period === 'string' && /^\d{4}-\d\d-\d\d$/.test(period)) ?? [];
  if (path === undefined || days.length !== path.periods.length || days.length < 2) return undefined;
  const ship = days[path.before] ?? days.at(-1)!;
  const weekly = Date.parse(days[1]!) - Date.parse(days[0]!) > 86_400_000;
  return {
    metric: report.asked.columns['value'] ?? 'The metric', measure, grain: weekly ? 'week' : 'day', level: report.effect.level, otherShips: [], ship: { day: ship, name: 'the change' },
    actual: days.map((day, at) => ({ day, value: path.actual[at] ?? null })),
    expected: days.flatMap((day, at) => (at < path.before ? [] : [{ day, value: path.synthetic[at] ?? 0, low: path.synthetic[at] ?? 0, high: path.synthetic[at] ?? 0 }])),
  };
}

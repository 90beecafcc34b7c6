// From what was read and asked to the positions the before/after engine works with: ship, rollout, window, controls, holidays, other
// ships. Refuses in one sentence what cannot be placed in the series.
import { UnreadableMetric } from '../connectors/metric/unreadable.ts';
import type { MetricReading } from '../connectors/metric/read-metric.ts';
import { addDays, type Day } from '../domain/kernel/instant.ts';
import { daysFrom } from '../domain/kernel/calendar.ts';
import { dayAt, indexOf, seriesOf, type BuiltSeries, type Series, type SeriesRefusal } from '../domain/metric/series.ts';
import type { SeriesInput } from '../domain/outcome/series/input.ts';
import type { BeforeAfterQuestion } from '../contract/readout-question.ts';

const USUAL_WINDOW = { from: 1, to: 90 };

export function builtFrom(reading: MetricReading, { grain, combine }: BeforeAfterQuestion): BuiltSeries {
  const built = seriesOf(reading.value.observations, { grain, combine, timed: reading.timed });
  if (!built.ok) throw unfit(reading.name, built.refusal.code, built.refusal.details ?? {});
  return built.value;
}

function unfit(name: string, code: SeriesRefusal, details: Readonly<Record<string, unknown>>): UnreadableMetric {
  const no = (seen: string, advice: string): UnreadableMetric => new UnreadableMetric(name, code, seen, advice);
  switch (code) {
    case 'no-values': return no('has no value that can be read', 'Say which column holds it with --value COLUMN');
    case 'one-step': return no(`has one value only, on ${String(details['day'])}`, 'A reading needs two months of days at the least');
    case 'several-a-day': return no(`has up to ${String(details['most'])} values a day`, 'Say how they become one: --combine sum for counts and amounts, --combine mean for levels');
    case 'months': case 'quarters': case 'years': return no(`has one value in ${code === 'months' ? 'a month' : code === 'quarters' ? 'a quarter' : 'a year'}`, 'A reading needs a value for each day or each week');
    case 'uneven': return no('has values at uneven distances', 'A reading needs a value for each day or each week');
    case 'too-long': return no(`has days from ${String(details['first'])} to ${String(details['last'])}`, 'Correct the dates; a reading takes up to 55 years of days');
    case 'weeks-to-days': return no('has weekly values, which cannot be taken apart into days', 'Leave out --grain, or say --grain week');
  }
}

/** The series' position of a ship; a file that ends just before it is not over yet, one that ends earlier says nothing of it. */
function shipAt(series: Series, day: Day, name: string, what: string): number {
  const first = series.start, last = dayAt(series, series.values.length - 1);
  if (daysFrom(first, day) < 0) throw new UnreadableMetric(name, 'ship_outside', `begins on ${first}, after the ${what} ${day}`, 'Hand over a file that reaches back before it, or correct --ship');
  const at = indexOf(series, day);
  if (at > series.values.length) throw new UnreadableMetric(name, 'ship_outside', `ends on ${last}, before the ${what} ${day}`, 'Hand over a file that reaches past it, or correct --ship');
  return at;
}

/** The first step wholly after the day on which everybody had it. */
function firstWholeStep(series: Series, day: Day): number {
  const at = indexOf(series, day);
  return dayAt(series, at) === day ? at : at + 1;
}

export interface PlacedQuestion {
  readonly input: SeriesInput;
  readonly window: { readonly from: Day; readonly to: Day };
  /** Other ships that fall before the series and so into its level. */
  readonly beforeSeries: readonly Day[];
}

export function placed(reading: MetricReading, { series }: BuiltSeries, question: BeforeAfterQuestion, holidays: ReadonlyMap<string, readonly Day[]>): PlacedQuestion {
  const { ship, rollout = ship, window = USUAL_WINDOW, otherShips = [] } = question;
  if (daysFrom(ship, rollout) < 0) throw new UnreadableMetric(reading.name, 'rollout_before_ship', `cannot be read with a rollout on ${rollout}, before the ship on ${ship}`, '--rollout is the first day on which everybody had it');
  const shipIndex = shipAt(series, ship, reading.name, 'ship on');
  const begins = Math.max(firstWholeStep(series, ship), firstWholeStep(series, rollout));
  const weekly = series.grain === 'week';
  const steps = weekly ? { from: Math.ceil(window.from / 7), to: Math.max(Math.ceil(window.from / 7), Math.round(window.to / 7)) } : window;
  const needed = begins + steps.to;
  const at = (day: Day): number => indexOf(series, day);
  const within = otherShips.filter((day) => at(day) >= 0 && at(day) < needed);
  return {
    window: { from: dayAt(series, begins + steps.from - 1), to: addDays(dayAt(series, needed - 1), weekly ? 6 : 0) },
    beforeSeries: otherShips.filter((day) => at(day) < 0),
    input: {
      grain: series.grain, values: series.values, denominators: series.denominators, kind: question.kind,
      ship: shipIndex, rollout: begins > shipIndex ? begins : undefined, window: steps,
      otherShips: within.map(at),
      holidays: [...holidays].map(([kind, days]) => ({ kind, at: [...new Set(days.map(at))].filter((index) => index >= 0 && index < needed) })),
      controls: reading.controls.map((control) => {
        const built = seriesOf(control.observations, { grain: question.grain, combine: question.combine, timed: reading.timed });
        if (!built.ok) throw new UnreadableMetric(reading.name, 'control_unreadable', `has no usable values in the control “${control.name}”`, 'Leave it out of --controls');
        const own = built.value.series;
        return { name: control.name, values: series.values.map((_value, i) => own.values[indexOf(own, dayAt(series, i))] ?? null) };
      }),
    },
  };
}

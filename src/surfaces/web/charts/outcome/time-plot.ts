// Where things stand in a picture over time: scales, ticks that fit, labels of ships in lanes that do not touch. Pure numbers.
import { scaleLinear } from 'd3-scale';
import { addDays, DAY_MS, type Day } from '../../../../domain/kernel/instant.ts';
import { px, type ChartFrame } from '../chart-frame.ts';
import { monthTicks, placeOf, type Tick } from '../month-ticks.ts';
import { dayLabel, type NamedDay } from './day-series.ts';
import { fitText, textWidth, tickWords, type Measure } from './measure.ts';
import { rangeOf } from './nice-axis.ts';

export interface TimePlot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
  readonly at: (day: Day) => number;
  readonly y: (value: number) => number;
  readonly valueTicks: readonly { readonly value: number; readonly words: string }[];
  readonly dayTicks: readonly Tick[];
}

export interface TimePlotNeeds {
  readonly frame: ChartFrame;
  readonly from: Day;
  readonly until: Day;
  /** Every value that must be visible. */
  readonly values: readonly number[];
  readonly measure: Measure;
  /** Differences: a plus before positive ticks. */
  readonly signed?: boolean;
  readonly top: number;
  readonly height: number;
  /** Room for words at the right. */
  readonly rightRoom: number;
  /** Pixels between the lowest value and the base, for words under the line. */
  readonly foot?: number;
}

export function timePlot({ frame, from, until, values, measure, signed = false, top, height, rightRoom, foot = 10 }: TimePlotNeeds): TimePlot {
  const base = top + height;
  const y = scaleLinear(rangeOf(values), [base - foot, top + 6]);
  const ticks = y.ticks(frame.narrow ? 3 : 4).filter((tick) => y(tick) <= base - 4 && y(tick) >= top);
  const words = tickWords(ticks, measure, { signed, unit: !frame.narrow || measure.unit.length <= 2 });
  const left = Math.max(28, ...words.map((one) => textWidth(one) + 11));
  const right = frame.width - rightRoom;
  const x = scaleLinear([placeOf(from), Math.max(placeOf(until), placeOf(from) + DAY_MS)], [left, right]);
  return {
    left, right, top, base,
    at: (day) => px(x(placeOf(day))),
    y: (value) => px(y(value)),
    valueTicks: ticks.map((value, at) => ({ value, words: words[at] ?? '' })),
    dayTicks: daysThatFit(from, until, right - left).filter((tick) => x(placeOf(tick.day)) + textWidth(tick.name) + 4 <= right + rightRoom),
  };
}

const SHORT_SPAN = 75;

/** Month starts; for a span of ten weeks or less, days of weeks counted from the first. */
function daysThatFit(from: Day, until: Day, room: number): Tick[] {
  const days = Math.round((placeOf(until) - placeOf(from)) / DAY_MS);
  if (days > SHORT_SPAN) return monthTicks(from, until, Math.max(2, Math.floor(room / (days > 366 ? 62 : 40))));
  const most = Math.max(2, Math.floor(room / 58));
  const step = [1, 2, 7, 14, 28].find((every) => days / every + 1 <= most) ?? 56;
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, at) => addDays(from, at * step)).map((day) => ({ day, name: dayLabel(day) }));
}

export interface PlacedLabel extends NamedDay {
  readonly x: number;
  readonly words: string;
  readonly anchor: 'start' | 'end';
  readonly lane: number;
  readonly own: boolean;
}

export interface Mark extends NamedDay { readonly own?: boolean | undefined }

/** At most three events are named on the picture; the table names all. */
const NAMED = 3;

/**
 * Names beside their vertical lines, each in the first lane where it touches no other. This bet's own ship comes first and
 * is always named; of the others the two nearest to it. Lane 0 is the lowest. `words` is '' for a line without a name.
 */
function placeMarks(marks: readonly Mark[], plot: Pick<TimePlot, 'left' | 'at'>, width: number): PlacedLabel[] {
  const own = marks.find((mark) => mark.own)?.day ?? marks.at(-1)?.day ?? '';
  const nearest = (mark: Mark): number => (mark.own ? -1 : Math.abs(plot.at(mark.day) - (own === '' ? 0 : plot.at(own))));
  const taken: { readonly lane: number; readonly from: number; readonly to: number }[] = [];
  return [...marks].sort((a, b) => nearest(a) - nearest(b)).map((mark, order) => {
    const x = plot.at(mark.day);
    const sides = (['start', 'end'] as const).map((anchor) => {
      const words = order < NAMED ? fitText(mark.name, Math.min((anchor === 'end' ? x : width - x) - 6, 240)) : '';
      const [from, to] = anchor === 'end' ? [x - 6 - textWidth(words), x + 4] : [x - 4, x + 6 + textWidth(words)];
      let lane = 0;
      while (taken.some((one) => one.lane === lane && one.from < to && from < one.to)) lane += 1;
      return { anchor, words, from, to, lane };
    });
    // Right of its line where the whole name fits, unless the left is whole too and lower.
    const [right, before] = sides as [typeof sides[number], typeof sides[number]];
    const best = before.words.length > right.words.length || (before.words === right.words && before.lane < right.lane) ? before : right;
    if (best.words !== '') taken.push(best);
    return { day: mark.day, name: mark.name, x, words: best.words, anchor: best.anchor, lane: best.words === '' ? 0 : best.lane, own: mark.own === true };
  });
}

export const LANE = 17;

/** A plot under as many lanes of names as its marks need. */
export function markedPlot(needs: Omit<TimePlotNeeds, 'top'>, marks: readonly Mark[]): { readonly plot: TimePlot; readonly marks: readonly PlacedLabel[] } {
  const placed = placeMarks(marks, timePlot({ ...needs, top: 0 }), needs.frame.width);
  return { marks: placed, plot: timePlot({ ...needs, top: 12 + LANE * (1 + Math.max(0, ...placed.map(({ lane }) => lane))) }) };
}

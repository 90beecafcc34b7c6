// What happened (ink) beside what was expected without the ship (dashed, grey band), with every ship named. Gaps stay gaps.
// A pure drawing: data and frame in, SVG out, the same on a server.
import { area, line } from 'd3-shape';
import { useId, type ReactNode } from 'react';
import { px, type ChartFrame } from '../chart-frame.ts';
import type { CounterfactualData, ExpectedValue } from './counterfactual.ts';
import { counterfactualSummary, levelWords } from './counterfactual.ts';
import { dayLabel, known, runsOf, sevenDayMean, wantsMean, type KnownValue } from './day-series.ts';
import { said, textWidth } from './measure.ts';
import { Hatch } from './Hatch.tsx';
import { ShipLines, TimeAxes } from './TimeAxes.tsx';
import { markedPlot, type TimePlot } from './time-plot.ts';
import { WindowBracket } from './WindowBracket.tsx';

const HEIGHT = { wide: 260, narrow: 220 };

/** On a phone the picture keeps what came after the ship and about as much before it, half a year at most. */
function shownPart(data: CounterfactualData, narrow: boolean): readonly KnownValue[] {
  const all = known(data.actual);
  if (!narrow) return all;
  const after = all.filter(({ day }) => day >= data.ship.day).length;
  const most = Math.max(after * 2, data.grain === 'day' ? 120 : 26);
  return all.slice(-most);
}

function smoothExpected(data: CounterfactualData, mean: boolean): readonly ExpectedValue[] {
  if (!mean) return data.expected;
  const smooth = (pick: (one: ExpectedValue) => number): readonly (number | null)[] => sevenDayMean(data.expected.map((one) => ({ day: one.day, value: pick(one) }))).map(({ value }) => value);
  const [values, lows, highs] = [smooth((one) => one.value), smooth((one) => one.low), smooth((one) => one.high)];
  return data.expected.map((one, at) => ({ day: one.day, value: values[at] ?? one.value, low: lows[at] ?? one.low, high: highs[at] ?? one.high }));
}

export function CounterfactualChart({ data, frame, label = counterfactualSummary(data) }: { readonly data: CounterfactualData; readonly frame: ChartFrame; readonly label?: string }): ReactNode {
  const hatch = useId();
  const shown = shownPart(data, frame.narrow);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return null;
  const mean = wantsMean(data.actual, data.grain);
  const expected = smoothExpected(data, mean);
  const lastDay = [last.day, expected.at(-1)?.day ?? last.day].sort().at(-1) ?? last.day;
  const visible = data.actual.filter(({ day }) => day >= first.day);
  const others = data.otherShips.filter(({ day }) => day >= first.day && day <= lastDay);
  const { plot, marks } = markedPlot({
    frame, from: first.day, until: lastDay, measure: data.measure, height: HEIGHT[frame.narrow ? 'narrow' : 'wide'], rightRoom: frame.narrow ? (data.window ? 58 : 12) : 168,
    values: [...shown.map(({ value }) => value), ...expected.flatMap(({ low, high }) => [low, high])],
  }, [{ ...data.ship, own: true }, ...others]);
  const runs = runsOf(mean ? sevenDayMean(data.actual, data.ship.day).filter(({ day }) => day >= first.day) : visible, data.grain);
  const path = line<KnownValue>().x(({ day }) => plot.at(day)).y(({ value }) => plot.y(value));
  const band = area<ExpectedValue>().x(({ day }) => plot.at(day)).y0(({ low }) => plot.y(low)).y1(({ high }) => plot.y(high));
  const rolled = data.rolloutUntil === undefined ? 0 : plot.at(data.rolloutUntil) - plot.at(data.ship.day);
  const height = plot.base + (data.window ? 46 : 28);
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${height}`} width={frame.width} height={height} role={frame.point ? 'group' : 'img'} aria-label={label}>
      <Hatch id={hatch} />
      <TimeAxes plot={plot} />
      {rolled > 0 && <>
        <rect className="rollout" x={plot.at(data.ship.day)} y={plot.top} width={px(rolled)} height={plot.base - plot.top} fill={`url(#${hatch})`} />
        {rolled > textWidth('rollout') + 8 && <text x={px(plot.at(data.ship.day) + rolled / 2)} y={plot.base - 8} textAnchor="middle">rollout</text>}
      </>}
      <path className="expected-band" d={band(expected as ExpectedValue[]) ?? ''} fill="var(--band)" />
      <path className="expected" d={path(expected.map(({ day, value }) => ({ day, value }))) ?? ''} fill="none" stroke="var(--muted)" strokeWidth="1.75" strokeDasharray="5 3.5" />
      <ShipLines marks={marks} plot={plot} />
      {mean && <path d={shown.map(({ day, value }) => `M${plot.at(day)} ${plot.y(value)}h0`).join('')} stroke="var(--edge)" strokeWidth="2.4" strokeLinecap="round" />}
      {runs.map((run) => (run.length === 1
        ? <circle key={run[0]?.day} cx={plot.at(run[0]?.day ?? first.day)} cy={plot.y(run[0]?.value ?? 0)} r="2.4" fill="var(--ink)" />
        : <path key={run[0]?.day} className="actual" d={path(run) ?? ''} fill="none" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round" />))}
      {frame.point && shown.map((one) => (
        <g key={one.day} {...frame.point?.(`point-${one.day}`)}><circle className="point-ring" fill="none" cx={plot.at(one.day)} cy={plot.y(one.value)} r="7" pointerEvents="all" /></g>
      ))}
      <Ends data={data} plot={plot} narrow={frame.narrow} last={runs.at(-1)?.at(-1)?.value ?? last.value} expected={expected.at(-1)} />
      {data.window && <WindowBracket from={Math.max(plot.left, plot.at(data.window.from))} to={plot.at(data.window.to)} y={plot.base + 26} words={`read over ${dayLabel(data.window.from)} to ${dayLabel(data.window.to)}`} width={frame.width} />}
    </svg>
  );
}

/** Names at the lines' ends, and the difference as a bracket between the two means. */
function Ends({ data, plot, narrow, last, expected }: { readonly data: CounterfactualData; readonly plot: TimePlot; readonly narrow: boolean; readonly last: number; readonly expected: ExpectedValue | undefined }): ReactNode {
  const { window, measure } = data;
  const above = window ? window.actual >= window.expected : last >= (expected?.value ?? last);
  const [upper, lower] = [plot.y(window?.actual ?? last), plot.y(window?.expected ?? expected?.value ?? last)];
  const x = plot.right + 6;
  const colour = window?.tone === 'good' ? 'var(--good)' : window?.tone === 'bad' ? 'var(--bad)' : 'var(--ink)';
  const tone = window?.tone === 'good' ? 't-good' : window?.tone === 'bad' ? 't-bad' : 't-bold';
  // The two words stand on the far sides of the bracket, so that a small difference never makes them touch.
  const [mine, theirs] = above ? [Math.min(upper - 18, lower - 34), Math.max(lower + 20, upper + 30)] : [Math.max(upper + 20, lower + 30), Math.min(lower - 18, upper - 34)];
  return (
    <>
      {window && <>
        <path className="difference" d={`M${x - 3} ${upper}h6V${lower}h-6`} fill="none" stroke={colour} strokeWidth="2" />
        <text className={tone} x={x + 10} y={px((upper + lower) / 2 + 4.5)}>{said(window.effect.value, narrow ? { ...window.effectMeasure, unit: window.effectMeasure.unit === '%' ? '%' : '' } : window.effectMeasure, { signed: true })}</text>
      </>}
      {!narrow && <>
        <text className="t-bold" x={x + 10} y={mine}>What happened</text>
        {window && <text x={x + 10} y={mine + 15}>{said(window.actual, measure)} on average</text>}
        {expected && <>
          <text className="t-ink" x={x + 10} y={theirs}>Expected without it</text>
          {window && <text x={x + 10} y={theirs + 15}>{said(window.expected, measure)}, band {levelWords(data.level)}</text>}
        </>}
      </>}
      {narrow && expected && <text x={plot.right} y={Math.min(plot.base - 6, plot.y(expected.low) + 14)} textAnchor="end">expected without it</text>}
    </>
  );
}

// A metric's last months, small, in a row: a line with its gaps and its last point. No axis: it shows the form, the figure beside it the size.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import { px } from '../../charts/chart-frame.ts';
import { known, runsOf, sevenDayMean, wantsMean, type DayValue, type Grain, type KnownValue } from '../../charts/outcome/day-series.ts';
import { placeOf } from '../../charts/month-ticks.ts';

const [WIDTH, HEIGHT] = [132, 26];

/** Decorative beside its row's words: hidden from assistive technology. */
export function Sparkline({ points, grain, stale }: { readonly points: readonly DayValue[]; readonly grain: Grain; readonly stale: boolean }): ReactNode {
  const drawn = wantsMean(points, grain) ? sevenDayMean(points) : points;
  const values = known(drawn);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const sizes = values.map(({ value }) => value);
  const x = scaleLinear([placeOf(first.day), placeOf(last.day)], [1, WIDTH - 4]);
  const y = scaleLinear([Math.min(...sizes), Math.max(...sizes)], Math.min(...sizes) === Math.max(...sizes) ? [HEIGHT / 2, HEIGHT / 2] : [HEIGHT - 4, 4]);
  const path = line<KnownValue>().x(({ day }) => px(x(placeOf(day)))).y(({ value }) => px(y(value)));
  const colour = stale ? 'var(--muted)' : 'var(--ink)';
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {runsOf(drawn, grain).map((run) => <path key={run[0]?.day} d={path(run) ?? ''} fill="none" stroke={colour} strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />)}
      <circle cx={px(x(placeOf(last.day)))} cy={px(y(last.value))} r="2.6" fill={colour} />
    </svg>
  );
}

// The ground a picture over time stands on: a few horizontal lines, days along the base, ships as named vertical lines.
import type { ReactNode } from 'react';
import { LANE, type PlacedLabel, type TimePlot } from './time-plot.ts';

export function TimeAxes({ plot }: { readonly plot: TimePlot }): ReactNode {
  const { left, right, base } = plot;
  return (
    <>
      {plot.valueTicks.map(({ value, words }) => (
        <g key={value}>
          <line x1={left} x2={right} y1={plot.y(value)} y2={plot.y(value)} stroke="var(--line)" />
          <text x={left - 8} y={plot.y(value) + 4} textAnchor="end">{words}</text>
        </g>
      ))}
      {plot.dayTicks.map((tick) => (
        <g key={tick.day}><line x1={plot.at(tick.day)} x2={plot.at(tick.day)} y1={base} y2={base + 5} stroke="var(--edge)" /><text x={plot.at(tick.day) + 4} y={base + 17}>{tick.name}</text></g>
      ))}
      <line x1={left} x2={right} y1={base} y2={base} stroke="var(--edge)" />
    </>
  );
}

/** This bet's ship in solid ink, others thinner and dashed: told apart without colour. */
export function ShipLines({ marks, plot }: { readonly marks: readonly PlacedLabel[]; readonly plot: TimePlot }): ReactNode {
  return marks.map((mark) => {
    const y = plot.top - 8 - mark.lane * LANE;
    return (
      <g key={`${mark.day} ${mark.name}`}>
        <line x1={mark.x} x2={mark.x} y1={y - 10} y2={plot.base} stroke={mark.own ? 'var(--ink)' : 'var(--edge)'} strokeWidth={mark.own ? 1.5 : 1} strokeDasharray={mark.own ? undefined : '2 3'} />
        {mark.words !== '' && <text className={mark.own ? 't-bold' : 't-ink'} x={mark.anchor === 'end' ? mark.x - 6 : mark.x + 6} y={y} textAnchor={mark.anchor}>{mark.words}</text>}
      </g>
    );
  });
}

// The Backlog's picture: one square per open item, stacked by class and age, over how often past items of that age were finished.
// A pure drawing: data and frame in, SVG out, the same on a server.
import type { ReactNode, SVGProps } from 'react';
import { px, type ChartFrame } from './chart-frame.ts';
import { chooseUnit, rowsOf, squareRun, squaresFor } from './squares.ts';

export const UNIT_FORMS = ['solid', 'tone', 'open', 'bad'] as const;
/** How a class is drawn: solid ink (leads to the goal), tone (keeps the lights on), open (no path yet), bad (aged out). */
export type UnitForm = (typeof UNIT_FORMS)[number];

export interface UnitColumn {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  /** Items by form; an absent form has none. */
  readonly counts: Readonly<Partial<Record<UnitForm, number>>>;
  /** Shares 0-1 at the column's lower edge; undefined where there is no estimate. `flagged`: the whole interval is under the line. */
  readonly estimate?: { readonly share: number; readonly low: number; readonly high: number; readonly flagged: boolean } | undefined;
}

export interface UnitChartData {
  readonly columns: readonly UnitColumn[];
  /** Share under which an item counts as aged out, 0-1. */
  readonly line: number;
  /** Words at the left (wide) or above (narrow): subject, then what refines it. */
  readonly upper: { readonly words: readonly string[] };
  readonly lower: { readonly words: readonly string[]; readonly more: readonly string[]; readonly short: string };
}

const FORM: Readonly<Record<UnitForm, SVGProps<SVGPathElement> & { readonly inset: number }>> = {
  solid: { fill: 'var(--ink)', inset: 0 },
  tone: { fill: 'var(--edge)', fillOpacity: 0.55, inset: 0 },
  open: { fill: 'none', stroke: 'var(--edge)', inset: 0.5 },
  bad: { fill: 'var(--bad-band)', stroke: 'var(--bad)', inset: 0.5 },
};

const count = (column: UnitColumn, form: UnitForm): number => column.counts[form] ?? 0;
const totalOf = (column: UnitColumn): number => UNIT_FORMS.reduce((sum, form) => sum + count(column, form), 0);

/** Sizes for a width. Columns share what the words at the left leave. */
function measures(data: UnitChartData, frame: ChartFrame) {
  const left = frame.narrow ? 0 : 132;
  const pitch = (frame.width - left) / Math.max(1, data.columns.length);
  const cell = frame.narrow ? 6.2 : pitch >= 84 ? 10 : 8.7;
  const perRow = Math.max(1, Math.floor((pitch - (frame.narrow ? 5 : 8)) / cell));
  const unit = chooseUnit(data.columns.map((column) => UNIT_FORMS.map((form) => count(column, form))), perRow * (frame.narrow ? 17 : 12));
  const tallest = Math.max(1, ...data.columns.map((column) => rowsOf(UNIT_FORMS.reduce((sum, form) => sum + squaresFor(count(column, form), unit), 0), perRow)));
  const ground = px(26 + tallest * cell);
  const lowerTop = ground + (frame.narrow ? 62 : 62);
  const top = Math.max(data.line * 1.3, 0.05, ...data.columns.map((column) => column.estimate?.high ?? 0));
  const base = lowerTop + (frame.narrow ? 126 : 150);
  const y = (share: number): number => px(base - (share / top) * (base - lowerTop));
  return { left, pitch, cell, perRow, unit, ground, lowerTop, base, y, size: cell - (frame.narrow ? 1.2 : 2), height: base + 8, x: (at: number): number => px(left + at * pitch) };
}

/** The whole count where it has room beside its neighbour, else in thousands or millions. */
function shortCount(total: number, pitch: number): string {
  const whole = total.toLocaleString('en');
  return whole.length * 7.5 <= pitch - 4 ? whole : total.toLocaleString('en', { notation: 'compact', maximumFractionDigits: total < 9_950 ? 1 : 0 });
}

/** Items one square stands for at this width; the unit line has to say it when it is not 1. */
export function unitOf(data: UnitChartData, frame: ChartFrame): number {
  return measures(data, frame).unit;
}

/** The column as a screen reader and the panel's head say it. */
export function columnName(column: UnitColumn): string {
  return `${totalOf(column).toLocaleString('en')} items, ${column.label} days`;
}

const percent = (share: number): string => (share * 100).toLocaleString('en', { maximumFractionDigits: share < 0.0995 ? 1 : 0 });

export function UnitChart({ data, frame, label }: { readonly data: UnitChartData; readonly frame: ChartFrame; readonly label: string }): ReactNode {
  const m = measures(data, frame);
  const estimates = data.columns.flatMap((column, at) => (column.estimate ? [{ column, estimate: column.estimate, x: m.x(at) + 6 }] : []));
  const smooth = estimates.filter(({ estimate }) => !estimate.flagged);
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${m.height}`} width={frame.width} height={m.height} role={frame.point ? 'group' : 'img'} aria-label={label}>
      {data.columns.map((column, at) => {
        let from = 0;
        const runs = UNIT_FORMS.map((form) => {
          const squares = squaresFor(count(column, form), m.unit);
          const { inset, ...paint } = FORM[form];
          const run = squareRun({ from, count: squares, perRow: m.perRow, left: m.x(at), ground: m.ground, cell: m.cell, size: m.size, inset });
          from = run.next;
          return run.path === '' ? null : <path key={form} d={run.path} {...paint} />;
        });
        const top = m.ground - rowsOf(from, m.perRow) * m.cell;
        return (
          <g key={column.id} {...frame.point?.(`column-${column.id}`)}>
            <rect className="point-ring" fill="none" x={m.x(at) - 4} y={top - 18} width={m.perRow * m.cell + 6} height={m.ground - top + 20} rx="3" pointerEvents="all" />
            {runs}
            <text className="t-ink" x={m.x(at)} y={top - 7}>{shortCount(totalOf(column), m.pitch)}</text>
            <text x={m.x(at)} y={m.ground + 16.5}>{frame.narrow || m.pitch < 84 ? column.short : column.label}</text>
          </g>
        );
      })}
      <line x1={m.left} x2={frame.width} y1={m.ground + 0.5} y2={m.ground + 0.5} stroke="var(--edge)" />
      <line x1={m.left} x2={frame.width} y1={m.base} y2={m.base} stroke="var(--edge)" />
      <line x1={m.left} x2={frame.width} y1={m.y(data.line)} y2={m.y(data.line)} stroke="var(--accent)" strokeWidth="1.5" />
      <text className="t-accent" x={m.left} y={m.y(data.line) - 7}>{percent(data.line)}%</text>
      <path d={smooth.map(({ estimate, x }, at) => `${at === 0 ? 'M' : 'L'}${px(x)} ${m.y(estimate.share)}`).join('')} fill="none" stroke="var(--edge)" />
      {m.pitch >= 84 && data.columns.map((column, at) => (column.estimate ? null : <text key={column.id} x={m.x(at)} y={m.lowerTop + 14}>no estimate</text>))}
      {estimates.map(({ column, estimate, x }, at) => {
        const colour = estimate.flagged ? 'var(--bad)' : 'var(--ink)';
        const y = m.y(estimate.share);
        return (
          <g key={column.id} {...frame.point?.(`estimate-${column.id}`)}>
            <circle className="point-ring" fill="none" cx={px(x)} cy={y} r="12" pointerEvents="all" />
            <line x1={px(x)} x2={px(x)} y1={m.y(estimate.low)} y2={m.y(estimate.high)} stroke={colour} strokeWidth="2" />
            <circle cx={px(x)} cy={y} r={frame.narrow ? 2.8 : 3.5} fill={colour} />
            <text className={`${estimate.flagged ? 't-bad' : 't-ink'}${frame.narrow ? ' t-tiny' : ''}`} x={px(x + (estimate.flagged ? 9 : 6))} y={estimate.flagged ? y + 4.5 : y - 6}>{percent(estimate.share)}{at === 0 ? '%' : ''}</text>
          </g>
        );
      })}
      {frame.narrow
        ? <text className="t-bold" x="0" y={m.lowerTop - 14}>{data.lower.short}</text>
        : <>
          {data.upper.words.map((words, at) => <text key={words} className="t-bold" x="0" y={m.ground - Math.min(76, m.ground - 40) + at * 16}>{words}</text>)}
          {data.lower.words.map((words, at) => <text key={words} className="t-bold" x="0" y={m.lowerTop + 10 + at * 16}>{words}</text>)}
          {data.lower.more.map((words, at) => <text key={words} x="0" y={m.lowerTop + 12 + (data.lower.words.length + at) * 16}>{words}</text>)}
        </>}
    </svg>
  );
}

// All bets on one axis of effect: interval, estimate, the smallest effect that would matter, mark and word of the verdict.
// Read without colour by mark, word and place. A pure drawing.
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { px, type ChartFrame } from '../chart-frame.ts';
import { betIntervalsSummary, reachOf, STANDING_WORDS, toneOf, type BetIntervalRow, type BetIntervalsData } from './bet-intervals.ts';
import { fitText, said, textWidth, tickWords } from './measure.ts';
import { StandingGlyph } from './StandingGlyph.tsx';

const STEP = { wide: 32, narrow: 64 };
const HEAD = 20;
const ROOM = { name: 226, verdict: 148 };

export function BetIntervals({ data, frame, label = betIntervalsSummary(data) }: { readonly data: BetIntervalsData; readonly frame: ChartFrame; readonly label?: string }): ReactNode {
  if (data.rows.length === 0) return null;
  const { narrow } = frame;
  const step = STEP[narrow ? 'narrow' : 'wide'];
  const [left, right] = narrow ? [14, frame.width - 18] : [ROOM.name, frame.width - ROOM.verdict - 16];
  const x = scaleLinear(reachOf(data), [left, right]).nice(5);
  const [least = 0, most = 1] = x.domain();
  const ticks = x.ticks(narrow ? 4 : 5);
  const words = tickWords(ticks, data.measure, { signed: true });
  const base = HEAD + data.rows.length * step;
  const at = (value: number): number => px(x(Math.min(Math.max(value, least), most)));
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${base + 24}`} width={frame.width} height={base + 24} role={frame.point ? 'group' : 'img'} aria-label={label}>
      {ticks.map((tick, order) => (
        <g key={tick}>
          <path d={narrow ? data.rows.map((_, row) => `M${at(tick)} ${HEAD + row * step + 35}v22`).join('').concat(`M${at(tick)} ${base}v4`) : `M${at(tick)} ${HEAD - 4}V${base + 4}`} stroke={tick === 0 ? 'var(--ink)' : 'var(--line)'} strokeWidth={tick === 0 ? 1.5 : 1} />
          <text x={at(tick)} y={base + 18} textAnchor={narrow && order === ticks.length - 1 ? 'end' : 'middle'}>{words[order]}</text>
        </g>
      ))}
      <line x1={left} x2={right} y1={base} y2={base} stroke="var(--edge)" />
      {!narrow && <text x={right + 22} y={HEAD - 8}>verdict, grade</text>}
      {data.rows.map((row, order) => {
        const top = HEAD + order * step;
        return (
          <g key={row.id} {...frame.point?.(`bet-${row.id}`)}>
            <rect className="point-ring" fill="none" x="0" y={top + 2} width={frame.width} height={step - 4} rx="4" pointerEvents="all" />
            {narrow
              ? <NarrowWords row={row} top={top} width={frame.width} />
              : <WideWords row={row} y={top + step / 2} right={right} />}
            <EffectMark row={row} data={data} y={narrow ? top + 46 : top + step / 2} at={at} left={left} right={right} domain={[least, most]} />
          </g>
        );
      })}
    </svg>
  );
}

function colourOf(row: BetIntervalRow): string {
  const tone = toneOf(row);
  return tone === 'plain' ? 'var(--ink)' : `var(--${tone})`;
}

function verdictWords(row: BetIntervalRow): string {
  return `${STANDING_WORDS[row.standing]}${row.grade ? `, ${row.grade}` : ''}`;
}

const verdictClass = (row: BetIntervalRow): string => (toneOf(row) === 'plain' ? 't-ink' : `t-${toneOf(row)}`);

function WideWords({ row, y, right }: { readonly row: BetIntervalRow; readonly y: number; readonly right: number }): ReactNode {
  return (
    <>
      <text className="t-ink" x="0" y={y + 4.5}><title>{row.name}</title>{fitText(row.name, ROOM.name - 14)}</text>
      <StandingGlyph standing={row.standing} x={right + 28} y={y} colour={colourOf(row)} />
      <text className={verdictClass(row)} x={right + 40} y={y + 4.5}>{verdictWords(row)}</text>
    </>
  );
}

function NarrowWords({ row, top, width }: { readonly row: BetIntervalRow; readonly top: number; readonly width: number }): ReactNode {
  const words = verdictWords(row);
  const room = textWidth(words) + 22;
  return (
    <>
      <text className="t-ink" x="0" y={top + 20}><title>{row.name}</title>{fitText(row.name, width - room - 10)}</text>
      <StandingGlyph standing={row.standing} x={width - room + 8} y={top + 16} colour={colourOf(row)} />
      <text className={verdictClass(row)} x={width} y={top + 20} textAnchor="end">{words}</text>
    </>
  );
}

interface Around { readonly from: number; readonly to: number; readonly y: number; readonly middle: number; readonly room: number; readonly lines: readonly number[]; readonly left: number; readonly right: number; readonly after: boolean }

/** Beside the interval on the side away from zero, past a line that would run through the words; above its dot when neither side has room. */
function besideInterval({ from, to, y, middle, room, lines, left, right, after }: Around): { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' } {
  const past = (edge: number, sign: 1 | -1): number => lines.filter((one) => (one - edge) * sign > -2 && (one - edge) * sign < room + 12).reduce((far, one) => (sign === 1 ? Math.max(far, one) : Math.min(far, one)), edge);
  const [start, end] = [past(to, 1) + 8, past(from, -1) - 8];
  const sides = [{ x: start, y: y + 4.5, anchor: 'start' as const, fits: start + room <= right + 14 }, { x: end, y: y + 4.5, anchor: 'end' as const, fits: end - room >= left - 10 }];
  const beside = (after ? sides : sides.reverse()).find(({ fits }) => fits);
  if (beside) return beside;
  const through = lines.find((one) => Math.abs(one - middle) < room / 2 + 6);
  if (through === undefined) return { x: middle, y: y - 8, anchor: 'middle' };
  return through > middle ? { x: through - 7, y: y - 8, anchor: 'end' } : { x: through + 7, y: y - 8, anchor: 'start' };
}

function EffectMark({ row, data, y, at, left, right, domain }: { readonly row: BetIntervalRow; readonly data: BetIntervalsData; readonly y: number; readonly at: (value: number) => number; readonly left: number; readonly right: number; readonly domain: readonly [number, number] }): ReactNode {
  // A pointed head tells it from zero without colour.
  const minimum = row.minEffect !== undefined && <g className="minimum"><line x1={at(row.minEffect)} x2={at(row.minEffect)} y1={y - 9} y2={y + 9} stroke="var(--accent)" strokeWidth="2" /><path d={`M${px(at(row.minEffect) - 4)} ${y - 13}h8l-4 6z`} fill="var(--accent)" /></g>;
  if (row.effect === undefined) {
    // The words stand on the longer side of the minimum's tick, or over it when they are longer still.
    const tick = row.minEffect === undefined ? left : at(row.minEffect);
    const note = row.note ?? 'no readout yet';
    const longer = tick - left > right - tick ? [left, tick] as const : [tick, right] as const;
    const [from, to] = textWidth(note) <= longer[1] - longer[0] - 24 ? longer : [left, right];
    const words = fitText(note, to - from - 24);
    return (
      <>
        <rect className="no-effect" x={left} y={y - 10} width={right - left} height="20" rx="10" fill="var(--paper)" stroke="var(--edge)" strokeDasharray="3 3" />
        {minimum}
        <text x={from + 12} y={y + 4.5}>{words}</text>
      </>
    );
  }
  const { value, low, high } = row.effect;
  const colour = colourOf(row);
  const [cutLow, cutHigh] = [low === null || low < domain[0], high === null || high > domain[1]];
  const [from, to] = [low === null || cutLow ? left : at(low), high === null || cutHigh ? right : at(high)];
  const words = said(value, data.measure, { signed: true });
  const lines = [at(0), ...(row.minEffect === undefined ? [] : [at(row.minEffect)])];
  const place = besideInterval({ from, to, y, middle: at(value), room: textWidth(words), lines, left, right, after: value >= 0 });
  return (
    <>
      <line className="interval" x1={from} x2={to} y1={y} y2={y} stroke={colour} strokeWidth="7" strokeOpacity=".35" />
      {cutLow && <path className="cut" d={`M${from + 6} ${y - 6}l-7 6 7 6`} fill="none" stroke={colour} strokeWidth="1.5" />}
      {cutHigh && <path className="cut" d={`M${to - 6} ${y - 6}l7 6 -7 6`} fill="none" stroke={colour} strokeWidth="1.5" />}
      {minimum}
      <circle cx={at(value)} cy={y} r="4.5" fill={colour} stroke="var(--paper)" strokeWidth="1.5" />
      <text className={toneOf(row) === 'plain' ? 't-bold' : verdictClass(row)} x={place.x} y={place.y} textAnchor={place.anchor}>{words}</text>
    </>
  );
}

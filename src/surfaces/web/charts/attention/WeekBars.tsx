// Weeks as stacked bars: customers from the ground in cobalt, the rest in tones, no trace left open, the line across. Confirmed is solid,
// guessed hatched. A pure drawing; what a bar opens and what choosing a week does come from its place.
import { scaleLinear } from 'd3-scale';
import { useId, type ReactNode, type SVGProps } from 'react';
import { px, type ChartFrame } from '../chart-frame.ts';
import { GuessHatch } from './GuessHatch.tsx';
import { hoursShort } from './hours.ts';
import { apart, PART_WORDS, pileOf, weekBarsSummary, weekName, type PlacedPart, type WeekBarsData, type WeekPart } from './week-bars.ts';

const FILL: Readonly<Record<WeekPart, string | undefined>> = {
  customers: 'var(--accent)', core: 'var(--tone-1)', water: 'var(--tone-2)', technical: 'var(--tone-3)', rest: 'var(--tone-4)', unsorted: undefined, none: undefined,
};
const LABEL: Readonly<Record<WeekPart, string | undefined>> = {
  customers: 't-accent', core: 't-bold', water: 't-ink', technical: undefined, rest: undefined, unsorted: undefined, none: undefined,
};
/** A tone this light does not hold its own edge. */
const EDGED: ReadonlySet<WeekPart> = new Set(['technical', 'rest']);
const [TOP, TALL, LABEL_GAP] = [14, 164, 15.5];

export interface WeekBarsProps {
  readonly data: WeekBarsData;
  readonly frame: ChartFrame;
  /** Props of the name under a bar, where choosing a week is possible. */
  readonly choose?: ((from: string) => SVGProps<SVGGElement>) | undefined;
}

export function WeekBars({ data, frame, choose }: WeekBarsProps): ReactNode {
  const hatch = useId();
  const { weeks, lineMinutes, chosen } = data;
  const right = frame.width - (frame.narrow ? 66 : 128);
  const pitch = right / Math.max(1, weeks.length);
  const wide = px(Math.min(pitch - (frame.narrow ? 4 : 8), 96));
  const piles = weeks.map((week) => ({ week, pile: pileOf(week) }));
  const most = Math.max(60, (lineMinutes ?? 0) * 1.1, ...piles.map(({ pile }) => pile.at(-1)?.to ?? 0));
  const base = TOP + TALL;
  const y = scaleLinear([0, most], [base, TOP]);
  const x = (at: number): number => px(at * pitch);
  const lastPile = piles.findLast(({ pile }) => pile.length > 0)?.pile ?? [];
  const every = pitch < 44 ? 2 : 1;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${base + 34}`} width={frame.width} height={base + 34} role={frame.point ? 'group' : 'img'} aria-label={weekBarsSummary(data)}>
      <defs>{Object.entries(FILL).map(([part, colour]) => colour !== undefined && <GuessHatch key={part} id={`${hatch}-${part}`} colour={colour} />)}</defs>
      {piles.map(({ week, pile }, at) => (
        <g key={week.from}>
          {pile.map((placed) => {
            const box = { x: x(at), width: wide, y: px(y(placed.to)), height: Math.max(1, px(y(placed.from) - y(placed.to) - 1)) };
            return (
              <g key={placed.part} {...frame.point?.(`${week.from}-${placed.part}`)}>
                <Part placed={placed} box={box} sureY={px(y(placed.sureTo))} hatch={`url(#${hatch}-${placed.part})`} />
                <rect className="point-ring" fill="none" {...box} pointerEvents="all" />
              </g>
            );
          })}
          {pile.length === 0 && !frame.narrow && <text className="t-tiny" x={x(at)} y={base - 6}>not known</text>}
          <WeekLabel at={at} x={x(at)} wide={wide} base={base} words={at % every === (weeks.length - 1) % every || chosen.has(week.from) && chosen.size === 1 ? weekName(week.from) : ''} chosen={chosen.has(week.from)} props={choose?.(week.from)} />
        </g>
      ))}
      <line x1="0" x2={right - (pitch - wide)} y1={base} y2={base} stroke="var(--edge)" />
      {lineMinutes !== undefined && <>
        <line x1="0" x2={right} y1={px(y(lineMinutes))} y2={px(y(lineMinutes))} stroke="var(--paper)" strokeWidth="5" pointerEvents="none" />
        <line className="week-line" x1="0" x2={right + 4} y1={px(y(lineMinutes))} y2={px(y(lineMinutes))} stroke="var(--accent)" strokeWidth="2" pointerEvents="none" />
      </>}
      <PartLabels pile={lastPile} x={right + 8} narrow={frame.narrow} y={(minutes) => y(minutes)} base={base} lineMinutes={lineMinutes} />
    </svg>
  );
}

function Part({ placed, box, sureY, hatch }: { readonly placed: PlacedPart; readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }; readonly sureY: number; readonly hatch: string }): ReactNode {
  const { part, from, to, sureTo } = placed;
  const inner = { x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: Math.max(0.5, box.height - 1) };
  if (part === 'none') return <rect {...inner} fill="none" stroke="var(--edge)" strokeDasharray="2 2" strokeWidth=".9" />;
  if (part === 'unsorted') return <rect {...inner} fill="none" stroke="var(--edge)" strokeWidth=".9" />;
  const edge = EDGED.has(part) ? 'var(--edge)' : FILL[part];
  const guessed = Math.max(0, Math.min(box.height, sureY - box.y));
  return (
    <>
      {to - sureTo >= 0.5 && <rect className="week-guessed" x={box.x + 0.4} y={box.y + 0.4} width={box.width - 0.8} height={Math.max(0.6, guessed - 0.8)} fill={hatch} stroke={edge} strokeWidth=".8" />}
      {sureTo - from >= 0.5 && <rect className="week-sure" x={box.x} y={px(box.y + guessed)} width={box.width} height={Math.max(0.6, px(box.height - guessed))} fill={FILL[part]} />}
    </>
  );
}

function WeekLabel({ x, wide, base, words, chosen, props }: { readonly at: number; readonly x: number; readonly wide: number; readonly base: number; readonly words: string; readonly chosen: boolean; readonly props: SVGProps<SVGGElement> | undefined }): ReactNode {
  return (
    <g {...props}>
      <rect x={x} y={base + 4} width={wide} height="26" fill="none" pointerEvents="all" />
      {chosen && <line x1={x} x2={x + wide} y1={base + 6.5} y2={base + 6.5} stroke="var(--accent)" strokeWidth="3" />}
      <text className={chosen ? 't-ink' : undefined} x={x} y={base + 23}>{words}</text>
    </g>
  );
}

function PartLabels({ pile, x, narrow, y, base, lineMinutes }: { readonly pile: readonly PlacedPart[]; readonly x: number; readonly narrow: boolean; readonly y: (minutes: number) => number; readonly base: number; readonly lineMinutes: number | undefined }): ReactNode {
  const words = pile.map(({ part, from, to }) => ({ key: part as string, className: LABEL[part], words: PART_WORDS[part][narrow ? 'narrow' : 'wide'], place: y((from + to) / 2) + 4.5 }));
  const line = lineMinutes === undefined || narrow ? [] : [{ key: 'line', className: 't-accent', words: `your line, ${hoursShort(lineMinutes)} hours`, place: y(lineMinutes) + 4.5 }];
  const all = [...words, ...line].sort((a, b) => b.place - a.place);
  const places = apart(all.map(({ place }) => place), LABEL_GAP, base, TOP - 4);
  return all.map((label, at) => <text key={label.key} className={label.className} x={x} y={px(places[at] ?? label.place)}>{label.words}</text>);
}

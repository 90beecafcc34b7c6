// Probabilities on one axis from 0 to 100: the base rate with its range first, then who said what. You in cobalt, others hollow.
// A pure drawing; places names where they do not run into each other.
import type { ReactNode } from 'react';
import { px, type ChartFrame } from '../../charts/chart-frame.ts';
import { chance, fitText, textWidth } from '../../charts/outcome/measure.ts';

export interface Belief {
  readonly id: string;
  readonly name: string;
  readonly probability: number;
  readonly mine: boolean;
}

export interface BeliefData {
  readonly base?: { readonly rate: number; readonly low: number; readonly high: number; readonly of: string } | undefined;
  readonly beliefs: readonly Belief[];
}

/** Where the axis begins and ends inside the drawing, and how high it lies: the slider over it needs the same places. */
export const SIDE = 16;
export const AXIS = 74;
const HEIGHT = 112;

export function beliefSummary({ base, beliefs }: BeliefData): string {
  return [
    base && `Base rate ${chance(base.rate)}, ${base.of}; it may lie between ${chance(base.low)} and ${chance(base.high)}.`,
    ...beliefs.map(({ name, probability, mine }) => `${mine ? 'You' : name}: ${chance(probability)}.`),
  ].filter(Boolean).join(' ') || 'Nothing is said yet.';
}

export function BeliefAxis({ data, frame }: { readonly data: BeliefData; readonly frame: ChartFrame }): ReactNode {
  const [left, right] = [SIDE, frame.width - SIDE];
  const at = (share: number): number => px(left + share * (right - left));
  const inside = (text: string, x: number): number => px(Math.min(Math.max(x, textWidth(text) / 2), frame.width - textWidth(text) / 2));
  const { base, beliefs } = data;
  const you = beliefs.find(({ mine }) => mine);
  const others = placed(beliefs.filter(({ mine }) => !mine), at, inside, you && at(you.probability));
  const head = base && `Base rate ${chance(base.rate)}`;
  const of = base && fitText(base.of, frame.width);
  const said = you && `you ${chance(you.probability)}`;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${HEIGHT}`} width={frame.width} height={HEIGHT} role="img" aria-label={beliefSummary(data)}>
      {base && head && of !== undefined && <>
        <rect x={at(base.low)} y={AXIS - 9} width={px(at(base.high) - at(base.low))} height="18" fill="var(--band)" />
        <line x1={at(base.rate)} x2={at(base.rate)} y1="31" y2={AXIS + 9} stroke="var(--ink)" strokeDasharray="3 3" />
        <text className="t-bold" x={inside(head, at(base.rate))} y="11" textAnchor="middle">{head}</text>
        <text x={inside(of, at(base.rate))} y="26" textAnchor="middle">{of}</text>
      </>}
      <line x1={left} x2={right} y1={AXIS} y2={AXIS} stroke="var(--edge)" />
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => <g key={tick}><line x1={at(tick)} x2={at(tick)} y1={AXIS} y2={AXIS + 4} stroke="var(--edge)" /><text x={at(tick)} y={AXIS + 20} textAnchor={tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}>{tick * 100}{tick === 1 ? '%' : ''}</text></g>)}
      {others.map(({ belief, x, y }) => (
        <g key={belief.id}>
          <circle cx={at(belief.probability)} cy={AXIS} r="4.5" fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.5"><title>{`${belief.name} ${chance(belief.probability)}`}</title></circle>
          {y !== undefined && <text x={x} y={y} textAnchor="middle">{belief.name}</text>}
        </g>
      ))}
      {you && said && <>
        <line x1={at(you.probability)} x2={at(you.probability)} y1="47" y2={AXIS} stroke="var(--accent)" strokeWidth="1.5" />
        <circle cx={at(you.probability)} cy={AXIS} r="5.5" fill="var(--accent)" stroke="var(--paper)" strokeWidth="1.5" />
        <text className="t-accent" x={inside(said, at(you.probability))} y="43" textAnchor="middle">{said}</text>
      </>}
    </svg>
  );
}

/** Names above the axis, below where that is taken, and none where both are: the table says them all. */
function placed(others: readonly Belief[], at: (share: number) => number, inside: (text: string, x: number) => number, you: number | undefined): { belief: Belief; x: number; y: number | undefined }[] {
  const taken: { y: number; from: number; to: number }[] = you === undefined ? [] : [{ y: 60, from: you - 6, to: you + 6 }];
  return others.toSorted((a, b) => a.probability - b.probability).map((belief) => {
    const x = inside(belief.name, at(belief.probability));
    const [from, to] = [x - textWidth(belief.name) / 2 - 4, x + textWidth(belief.name) / 2 + 4];
    const y = [60, AXIS + 36].find((line) => taken.every((one) => one.y !== line || one.to < from || one.from > to));
    if (y !== undefined) taken.push({ y, from, to });
    return { belief, x, y };
  });
}

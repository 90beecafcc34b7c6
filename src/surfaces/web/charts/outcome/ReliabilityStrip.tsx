// What was said beside what happened. Under ten settled bets: one row a bet and no statistic. From ten: the bets stacked
// where they were said, in a lane per outcome, and groups with what would be ordinary. A pure drawing.
import type { ReactNode } from 'react';
import { px, type ChartFrame } from '../chart-frame.ts';
import { chance, fitText, textWidth } from './measure.ts';
import { OutcomeGlyph } from './OutcomeGlyph.tsx';
import { bySaid, inFull, LIST_BELOW, OUTCOME_WORDS, reliabilitySummary, settledOf, type ReliabilityData, type SaidBet, type SaidOutcome } from './reliability.ts';

const TICKS = [0, 0.25, 0.5, 0.75, 1];
const LANES: readonly SaidOutcome[] = ['happened', 'did-not', 'cannot-tell', 'open'];
const HEAD = 30;

export function ReliabilityStrip({ data, frame, label = reliabilitySummary(data) }: { readonly data: ReliabilityData; readonly frame: ChartFrame; readonly label?: string }): ReactNode {
  if (data.bets.length === 0) return null;
  const listed = settledOf(data.bets).length < LIST_BELOW;
  const side = frame.narrow ? { left: 8, right: frame.width - 20 } : listed ? { left: 250, right: frame.width - 178 } : { left: 110, right: frame.width - 24 };
  const at = (said: number): number => px(side.left + said * (side.right - side.left));
  const lanes = listed ? undefined : stacked(data.bets, (side.right - side.left) / 12.5);
  const step = frame.narrow ? 52 : 30;
  const base = HEAD + (lanes ? lanes.height : data.bets.length * step) + 4;
  const groups = listed ? [] : data.groups ?? [];
  const height = base + 24 + groups.length * (frame.narrow ? 36 : 20) + (groups.length > 0 ? 12 : 0);
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${height}`} width={frame.width} height={height} role={frame.point ? 'group' : 'img'} aria-label={label}>
      {TICKS.map((tick) => (
        <g key={tick}><line x1={at(tick)} x2={at(tick)} y1={frame.narrow && listed ? base : HEAD - 6} y2={base + 4} stroke="var(--line)" /><text x={at(tick)} y={base + 18} textAnchor={!frame.narrow || (tick > 0 && tick < 1) ? 'middle' : tick === 0 ? 'start' : 'end'}>{Math.round(tick * 100)}{tick === 1 ? '%' : ''}</text></g>
      ))}
      {data.baseRate !== undefined && <>
        <path className="base-rate" d={frame.narrow && listed ? data.bets.map((_, order) => `M${at(data.baseRate ?? 0)} ${HEAD + order * step + 26}v20`).join('') : `M${at(data.baseRate)} ${HEAD - 8}V${base}`} stroke="var(--muted)" strokeWidth="1.5" strokeDasharray="2 3" />
        <text x={Math.min(Math.max(at(data.baseRate), textWidth('base rate 00%') / 2), frame.width - 44)} y={HEAD - 14} textAnchor="middle">base rate {chance(data.baseRate)}</text>
      </>}
      <line x1={side.left} x2={side.right} y1={base} y2={base} stroke="var(--edge)" />
      {lanes
        ? <Lanes lanes={lanes} at={at} frame={frame} />
        : bySaid(data.bets).map((bet, order) => <BetRow key={bet.id} bet={bet} at={at} top={HEAD + order * step} step={step} frame={frame} />)}
      {groups.map((group, order) => {
        const [first, second] = inFull(group).split('; ');
        const y = base + 46 + order * (frame.narrow ? 36 : 20);
        return frame.narrow
          ? <g key={group.said}><text className="t-ink" x="0" y={y}>{first}</text><text x="0" y={y + 15}>{second}</text></g>
          : <text key={group.said} className="t-ink" x="0" y={y}>{inFull(group)}</text>;
      })}
    </svg>
  );
}

function BetRow({ bet, at, top, step, frame }: { readonly bet: SaidBet; readonly at: (said: number) => number; readonly top: number; readonly step: number; readonly frame: ChartFrame }): ReactNode {
  const y = frame.narrow ? top + 36 : top + step / 2;
  const words = `said ${chance(bet.said)}: ${OUTCOME_WORDS[bet.outcome]}`;
  const tone = bet.outcome === 'happened' || bet.outcome === 'did-not' ? 't-ink' : undefined;
  return (
    <g {...frame.point?.(`bet-${bet.id}`)}>
      <rect className="point-ring" fill="none" x="0" y={top + 2} width={frame.width} height={step - 4} rx="4" pointerEvents="all" />
      <line x1={at(0)} x2={at(1)} y1={y} y2={y} stroke="var(--line)" />
      <OutcomeGlyph outcome={bet.outcome} x={at(bet.said)} y={y} />
      {frame.narrow
        ? <><text className="t-ink" x="0" y={top + 20}><title>{bet.name}</title>{fitText(bet.name, frame.width - textWidth(words) - 12)}</text><text className={tone} x={frame.width} y={top + 20} textAnchor="end">{words}</text></>
        : <><text className="t-ink" x="0" y={y + 4.5}><title>{bet.name}</title>{fitText(bet.name, 232)}</text><text className={tone} x={frame.width} y={y + 4.5} textAnchor="end">{words}</text></>}
    </g>
  );
}

interface Stacked { readonly height: number; readonly lanes: readonly { readonly outcome: SaidOutcome; readonly base: number; readonly top: number; readonly bets: readonly { readonly bet: SaidBet; readonly up: number }[] }[] }

const DOT = 12.5;

/** Dots said at the same place stand on each other; `places` is how many dots fit side by side. */
function stacked(bets: readonly SaidBet[], places: number): Stacked {
  let height = 0;
  const lanes = LANES.filter((outcome) => bets.some((bet) => bet.outcome === outcome)).map((outcome) => {
    const taken = new Map<number, number>();
    const own = bySaid(bets.filter((bet) => bet.outcome === outcome)).map((bet) => {
      const place = Math.round(bet.said * places);
      const up = taken.get(place) ?? 0;
      taken.set(place, up + 1);
      return { bet, up };
    });
    const top = height;
    height += 16 + Math.max(1, ...taken.values()) * DOT;
    return { outcome, top: HEAD + top, base: HEAD + height - DOT / 2 - 2, bets: own };
  });
  return { height, lanes };
}

function Lanes({ lanes, at, frame }: { readonly lanes: Stacked; readonly at: (said: number) => number; readonly frame: ChartFrame }): ReactNode {
  return lanes.lanes.map((lane) => (
    <g key={lane.outcome}>
      <line x1={at(0)} x2={at(1)} y1={lane.base + 8} y2={lane.base + 8} stroke="var(--line)" />
      <text className="t-ink" x="0" y={frame.narrow ? lane.top + 11 : lane.base + 4.5}>{OUTCOME_WORDS[lane.outcome]} {lane.bets.length}</text>
      {lane.bets.map(({ bet, up }) => <g key={bet.id} {...frame.point?.(`bet-${bet.id}`)}><circle className="point-ring" fill="none" cx={at(bet.said)} cy={px(lane.base - up * DOT)} r="8" pointerEvents="all" /><OutcomeGlyph outcome={bet.outcome} x={at(bet.said)} y={px(lane.base - up * DOT)} /></g>)}
    </g>
  ));
}

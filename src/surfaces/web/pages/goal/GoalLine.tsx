// The way from baseline to target as it was promised: two dates and two values, and where today stands. A form, not a measurement:
// nothing is drawn between the two ends, because nothing was read there.
import type { ReactNode } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import type { ChartFrame } from '../../charts/chart-frame.ts';
import { monthTicks, placeOf } from '../../charts/month-ticks.ts';
import { dayShort, dayWords } from '../../data/words.ts';
import { amount, dayOfGoal, type Goal } from './goal-words.ts';

interface Promised { readonly baseline: number; readonly target: number; readonly startOn: string; readonly endOn: string }

export function GoalLine({ goal, today }: { readonly goal: Goal; readonly today: string }): ReactNode {
  const { baseline, target, startOn, endOn, unit } = goal;
  if (baseline === undefined || target === undefined || startOn === undefined || endOn === undefined || startOn >= endOn) return null;
  const rows = [{ day: startOn, what: 'Baseline', value: amount(baseline, unit) }, { day: endOn, what: 'Target', value: amount(target, unit) }];
  const at = dayOfGoal(goal, today);
  return (
    <Figure id="promise" title={`${amount(baseline, unit)} on ${dayShort(startOn)} is to be ${amount(target, unit)} on ${dayShort(endOn)}`} unit={`${goal.metric ?? 'The metric'}, as promised; nothing between the two ends was measured`}
      summary="The promised baseline and target with their days" table={{ rows, rowKey: (row) => row.what, columns: [
        { id: 'what', head: 'What', rowHead: true, cell: (row) => row.what }, { id: 'day', head: 'Day', cell: (row) => dayWords(row.day) }, { id: 'value', head: 'Value', right: true, cell: (row) => row.value },
      ] }}>
      {(frame) => <PromiseLine frame={frame} promise={{ baseline, target, startOn, endOn }} unit={unit} today={at !== undefined && at.day >= 1 && at.day <= at.of ? today : undefined} />}
    </Figure>
  );
}

const HEIGHT = 168;

function PromiseLine({ frame, promise, unit, today }: { readonly frame: ChartFrame; readonly promise: Promised; readonly unit: string | undefined; readonly today: string | undefined }): ReactNode {
  const { baseline, target, startOn, endOn } = promise;
  const [left, right, base] = [0, frame.width - 1, HEIGHT - 26];
  const x = (day: string): number => Math.round(left + ((placeOf(day) - placeOf(startOn)) / (placeOf(endOn) - placeOf(startOn))) * (right - left));
  const [high, low] = [38, base - 30];
  const [fromY, toY] = target >= baseline ? [low, high] : [high, low];
  const now = today === undefined ? undefined : x(today);
  const nowEnd = now !== undefined && now > right - 90;
  return (
    <svg className="chart" viewBox={`0 0 ${frame.width} ${HEIGHT}`} width={frame.width} height={HEIGHT} role="img"
      aria-label={`Promised: ${amount(baseline, unit)} on ${dayWords(startOn)}, ${amount(target, unit)} on ${dayWords(endOn)}${today === undefined ? '' : `; today is ${dayWords(today)}`}. Nothing was measured between.`}>
      <line x1={left} x2={right} y1={base} y2={base} stroke="var(--edge)" />
      {monthTicks(startOn, endOn, Math.floor(frame.width / 56)).filter((tick) => x(tick.day) < right - 26).map((tick) => (
        <g key={tick.day}><line x1={x(tick.day)} x2={x(tick.day)} y1={base} y2={base + 5} stroke="var(--edge)" /><text x={x(tick.day) + 4} y={base + 17}>{tick.name}</text></g>
      ))}
      <line x1={left} x2={right} y1={fromY} y2={fromY} stroke="var(--muted)" strokeDasharray="2 3" />
      <text x={left} y={fromY + (fromY > toY ? 18 : -9)}>{frame.narrow ? amount(baseline, unit) : `Baseline ${amount(baseline, unit)}`}</text>
      <line x1={left} x2={right} y1={toY} y2={toY} stroke="var(--accent)" strokeWidth="2" />
      <text className="t-accent" x={right} y={toY + (fromY > toY ? -9 : 18)} textAnchor="end">{`Target ${amount(target, unit)} by ${dayShort(endOn)}`}</text>
      {now !== undefined && (
        <g>
          <line x1={now} x2={now} y1={Math.min(fromY, toY)} y2={base} stroke="var(--line)" />
          <circle cx={now} cy={base} r="4.5" fill="var(--accent)" stroke="var(--paper)" strokeWidth="2" />
          <text className="t-bold" x={now + (nowEnd ? -9 : 9)} y={base - 8} textAnchor={nowEnd ? 'end' : 'start'}>today</text>
        </g>
      )}
    </svg>
  );
}

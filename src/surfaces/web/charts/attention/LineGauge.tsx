// One kind of work against the line somebody drew for it: solid is confirmed, hatched is guessed, the cobalt tick is the line.
// A pure drawing as wide as its place; its figures stand beside it, in the row that shows it. Whether a line is crossed is not decided here.
import { useId, type ReactNode } from 'react';
import { GuessHatch } from './GuessHatch.tsx';
import { hoursSaid } from './hours.ts';

export interface LineGaugeProps {
  /** All minutes of the span, confirmed and guessed. */
  readonly minutes: number;
  readonly confirmedMinutes: number;
  /** Minutes of the line in the same span; undefined where none is drawn. A line at 0 is a line. */
  readonly lineMinutes?: number | undefined;
  /** Minutes the whole width stands for: `gaugeReach` of all rows that are compared. */
  readonly reachMinutes: number;
}

/** The width's worth for rows that stand under one another: the greatest minutes or line, with a little room, at least an hour. */
export function gaugeReach(rows: readonly Pick<LineGaugeProps, 'minutes' | 'lineMinutes'>[]): number {
  return Math.max(60, ...rows.flatMap(({ minutes, lineMinutes }) => [minutes, lineMinutes ?? 0])) * 1.03;
}

/** What the gauge says without being seen. Example: `11.8 hours, of which 0.7 hours are guessed; the line is 32 hours`. */
export function gaugeWords({ minutes, confirmedMinutes, lineMinutes }: Omit<LineGaugeProps, 'reachMinutes'>): string {
  const guessed = minutes - confirmedMinutes;
  const sure = minutes === 0 ? '' : guessed < 0.5 ? ', all confirmed' : confirmedMinutes < 0.5 ? ', all guessed' : `, of which ${hoursSaid(guessed)} guessed`;
  return `${hoursSaid(minutes)}${sure}${lineMinutes === undefined ? '; no line' : `; the line is ${hoursSaid(lineMinutes)}`}`;
}

export function LineGauge(props: LineGaugeProps): ReactNode {
  const { minutes, confirmedMinutes, lineMinutes, reachMinutes } = props;
  const hatch = useId();
  const place = (value: number): number => Math.round((10_000 * Math.min(Math.max(value, 0), reachMinutes)) / reachMinutes) / 100;
  const at = (value: number): string => `${place(value)}%`;
  const guessed = Math.round((place(minutes) - place(confirmedMinutes)) * 100) / 100;
  return (
    <svg className="chart line-gauge" width="100%" height="18" role="img" aria-label={gaugeWords(props)}>
      <defs><GuessHatch id={hatch} /></defs>
      {confirmedMinutes > 0 && <rect className="gauge-sure" y="4.5" width={at(confirmedMinutes)} height="9" fill="var(--ink)" />}
      {guessed > 0 && <rect className="gauge-guessed" x={at(confirmedMinutes)} y="4.5" width={`${guessed}%`} height="9" fill={`url(#${hatch})`} stroke="var(--ink)" strokeWidth=".75" />}
      {lineMinutes !== undefined && <>
        <line x1={at(lineMinutes)} x2={at(lineMinutes)} y1="0" y2="18" stroke="var(--paper)" strokeWidth="4" />
        <line className="gauge-line" x1={at(lineMinutes)} x2={at(lineMinutes)} y1="0" y2="18" stroke="var(--accent)" strokeWidth="2" />
      </>}
    </svg>
  );
}

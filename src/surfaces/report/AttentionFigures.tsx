// The weeks as stacked bars and the 80/20 gauge, drawn as SVG that needs no script. Solid is confirmed, hatched is guessed.
import type { ReactNode } from 'react';
import type { AttentionReport } from '../../contract/attention-report.ts';
import { hours, minutesOfShare, SHARES, shortDay, stripOf, type Share, type ShownWeek } from './attention-story.ts';

const WIDTH = 760;
const LEFT = 58;
const RIGHT = 92;
const ROW = 30;
const BAR = 18;

/** How dark each group's bar is, in parts of ink over paper; what is not accounted for has an outline only. */
const INK: Readonly<Record<Share, number>> = { core: 100, glue: 74, technical: 54, people: 38, growth: 26, neutral: 16, unsorted: 8, unaccounted: 0 };
const fill = (share: Share): string => `color-mix(in srgb, var(--ink) ${INK[share]}%, var(--paper))`;

export function AttentionFigures({ report }: { readonly report: AttentionReport }): ReactNode {
  return <><WeeksFigure report={report} /><GaugeFigure report={report} /></>;
}

function Hatch(): ReactNode {
  return (
    <defs>
      <pattern id="guessed" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" stroke="var(--paper)" strokeWidth="2" /></pattern>
    </defs>
  );
}

interface Stretch {
  readonly share: Share;
  readonly from: number;
  readonly minutes: number;
  readonly guessed: number;
}

function stretchesOf(week: ShownWeek): Stretch[] {
  let from = 0;
  return SHARES.map(({ share }) => {
    const minutes = minutesOfShare(week, share);
    const guessed = share === 'unaccounted' ? 0 : Math.max(0, minutes - week.confirmedByGroup[share]);
    const stretch = { share, from, minutes, guessed };
    from += minutes;
    return stretch;
  }).filter(({ minutes }) => minutes > 0);
}

const spoken = (week: ShownWeek): string => `Week of ${shortDay(week.from)}: ${SHARES.map(({ share, name }) => ({ name, minutes: minutesOfShare(week, share) })).filter(({ minutes }) => minutes > 0).map(({ name, minutes }) => `${name} ${hours(minutes)} h`).join(', ') || 'nothing'}.`;

function WeeksFigure({ report }: { readonly report: AttentionReport }): ReactNode {
  const weeks = stripOf(report);
  const longest = Math.max(...weeks.map((week) => week.accountedMinutes + week.unaccountedMinutes));
  if (!(longest > 0)) return null;
  const scale = (WIDTH - LEFT - RIGHT) / longest;
  const used = SHARES.filter(({ share }) => weeks.some((week) => minutesOfShare(week, share) > 0));
  return (
    <figure className="figure">
      <div className="figure-title">Weeks by group</div>
      <div className="figure-unit">Hours; hatched is guessed, solid is confirmed, an outline has nothing accounted for</div>
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${weeks.length * ROW}`} width={WIDTH} role="img" aria-label={weeks.map(spoken).join(' ')}>
        <Hatch />
        {weeks.map((week, at) => (
          <g key={week.from} transform={`translate(0 ${at * ROW})`}>
            <text x={LEFT - 10} y={BAR / 2 + 9} textAnchor="end">{shortDay(week.from)}</text>
            {stretchesOf(week).map(({ share, from, minutes, guessed }) => (
              <g key={share}>
                <rect x={LEFT + from * scale} y={4} width={Math.max(0, minutes * scale - 1)} height={BAR} fill={fill(share)} stroke={share === 'unaccounted' || share === 'unsorted' ? 'var(--edge)' : 'none'} />
                {guessed > 0 && <rect x={LEFT + (from + minutes - guessed) * scale} y={4} width={Math.max(0, guessed * scale - 1)} height={BAR} fill="url(#guessed)" />}
              </g>
            ))}
            <text x={WIDTH - RIGHT + 10} y={BAR / 2 + 9} className="t-ink">{hours(week.accountedMinutes)} of {hours(week.capacityMinutes)}{week.whole ? '' : ' *'}</text>
          </g>
        ))}
      </svg>
      <figcaption className="chart-legend">
        {used.map(({ share, name }) => <span key={share}><svg width="11" height="11" aria-hidden="true"><rect width="11" height="11" fill={fill(share)} stroke="var(--edge)" /></svg> {name}{'  '}</span>)}
        {weeks.some(({ whole }) => !whole) ? ' * Part of a week.' : ''}
      </figcaption>
    </figure>
  );
}

function GaugeFigure({ report }: { readonly report: AttentionReport }): ReactNode {
  const { userMinutes, technicalMinutes, shareOfWeek } = report.eightyTwenty;
  const both = userMinutes + technicalMinutes;
  if (both === 0 || shareOfWeek === null) return null;
  const user = userMinutes / both;
  const wide = WIDTH - LEFT - RIGHT;
  return (
    <figure className="figure">
      <div className="figure-title">User problems to technical detail: {Math.round(user * 100)} to {100 - Math.round(user * 100)}; together {Math.round(shareOfWeek * 100)}% of the accounted time</div>
      <svg className="chart" viewBox={`0 0 ${WIDTH} 46`} width={WIDTH} role="img" aria-label={`${Math.round(user * 100)} per cent user problems; the mark stands at 80`}>
        <rect x={LEFT} y={6} width={wide * user} height={BAR} fill={fill('core')} />
        <rect x={LEFT + wide * user} y={6} width={wide * (1 - user)} height={BAR} fill={fill('technical')} />
        <path d={`M${LEFT + wide * 0.8} 1V29`} stroke="var(--accent)" strokeWidth="2" />
        <text x={LEFT + wide * 0.8} y={43} textAnchor="middle" className="t-accent">80 : 20</text>
      </svg>
      <figcaption>The mark is one author’s rule of thumb for the best technical PMs he worked with, not a study.</figcaption>
    </figure>
  );
}

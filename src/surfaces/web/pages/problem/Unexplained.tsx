// How much of the open backlog has no path to the goal: week by week, and by where the wishes come from. Unexplained is not bad.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { Figure } from '../../charts/Figure.tsx';
import { SmallLine } from '../../charts/SmallLine.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { ItemsNumber } from '../../parts/ItemsNumber.tsx';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { count, dayShort, dayWords, percent } from '../../data/words.ts';
import { Section } from '../../ui/Section.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';

type Share = OutputOf<'lineage.share'>;
type Point = Share['trend'][number];
type Origin = Share['byOrigin'][number];
/** An origin with the largest of all, which is as long as a bar gets. */
type Drawn = Origin & { readonly most: number };

/** Fewer raw points than this are a list: a line through them would promise a course. */
const LINE_FROM = 5;
const ORIGINS_SHOWN = 12;

export function Unexplained({ share }: { readonly share: Share }): ReactNode {
  if (share.open === 0) return null;
  const rate = share.unexplainedShare ?? 0;
  return (
    <>
      <Section id="unexplained" wide
        finding={share.unexplained === 0 ? 'Every open item leads to the goal or keeps the lights on' : <><ItemsNumber id="unexplained" of="open items without a path, suggestions included" rule={`${count(share.open)} open − ${count(share.linked)} linked − ${count(share.lightsOn)} that keep the lights on = ${count(share.unexplained)}, or ${percent(rate)}. Below: those without even a suggestion.`} filter={{ lineage: 'none' }} notClaimed="It does not say that they are worthless.">{count(share.unexplained)}</ItemsNumber> of <OpNumber name="backlog.open">{count(share.open)}</OpNumber> open items have no path yet</>}
        sub={<>Not bad: unexplained. {share.suggested > 0 && <><OpNumber name="backlog.suggested">{count(share.suggested)}</OpNumber> of them share words with the goal, a problem or a bet. </>}{share.lightsOn > 0 && <><OpNumber name="backlog.lights_on">{count(share.lightsOn)}</OpNumber> keep the lights on, {percent(share.lightsOn / share.open)} of what is open; your allowance is {percent(share.lightsOnAllowance)}{share.lightsOnOver ? ', over' : ''}.</>}</>}>
        <Trend points={share.trend} />
      </Section>
      {share.byOrigin.length > 0 && <Origins origins={share.byOrigin} />}
    </>
  );
}

const shareOf = (point: Point): number => (point.open === 0 ? 0 : point.unexplained / point.open);

function Trend({ points }: { readonly points: readonly Point[] }): ReactNode {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return <p className="muted">How it goes from week to week shows once it has been counted in two weeks{last === undefined ? '' : `; the first count is of ${dayWords(last.day)}`}.</p>;
  const columns = [
    { id: 'day', head: 'Day', rowHead: true, cell: (point: Point) => dayShort(point.day) },
    { id: 'open', head: 'Open', right: true, cell: (point: Point) => count(point.open) },
    { id: 'linked', head: 'Lead to the goal', right: true, cell: (point: Point) => count(point.linked) },
    { id: 'lights', head: 'Lights on', right: true, cell: (point: Point) => count(point.lightsOn) },
    { id: 'none', head: 'No path', right: true, cell: (point: Point) => count(point.unexplained) },
    { id: 'share', head: 'Share', right: true, cell: (point: Point) => percent(shareOf(point)) },
  ];
  if (points.length < LINE_FROM) return <Table label="Open items without a path, by day" rows={points} rowKey={(point) => point.day} columns={columns} />;
  const change = shareOf(last) - shareOf(first);
  const way = Math.abs(change) < 0.01 ? `The share without a path stays near ${percent(shareOf(last))}` : `The share without a path ${change < 0 ? 'fell' : 'rose'} from ${percent(shareOf(first))} to ${percent(shareOf(last))}`;
  return (
    <Figure<Point> id="no-path" title={way} unit={`Share of open items without a path to the goal, ${dayShort(first.day)} to ${dayShort(last.day)}`} summary="Open items without a path to the goal, by day"
      caption="A fall can also mean that items were closed; the table has the counts."
      points={points.map((point) => ({ id: `point-${point.day}`, name: `${percent(shareOf(point))} on ${dayWords(point.day)}`, explain: <WhyBody number={percent(shareOf(point))} of={`of open items had no path on ${dayWords(point.day)}`} formula={<p className="formula">{count(point.unexplained)} without a path ÷ {count(point.open)} open</p>} leftOut={`${count(point.lightsOn)} that keep the lights on are open and counted, but have no need of a path.`} computed={`${dayWords(point.day)}, when the backlog was audited or linked.`} /> }))}
      table={{ rows: points, rowKey: (point) => point.day, columns }}>
      {(frame) => <SmallLine points={points.map((point) => ({ day: point.day, value: shareOf(point) }))} frame={frame} label={`${way}, ${dayWords(first.day)} to ${dayWords(last.day)}.`} />}
    </Figure>
  );
}

const ORIGIN_COLUMNS: readonly Column<Drawn>[] = [
  { id: 'origin', head: 'Origin', rowHead: true, cell: (one) => (one.origin === 'unknown' ? 'not said' : one.origin) },
  { id: 'bar', head: <span className="hidden-words">Picture</span>, cell: (one) => <OriginBar origin={one} /> },
  { id: 'none', head: 'No path', right: true, cell: (one) => count(one.unexplained) },
  { id: 'open', head: 'Open', right: true, cell: (one) => (one.origin === 'unknown' ? count(one.open) : <OpNumber name="origin" of={one.origin}>{count(one.open)}</OpNumber>) },
];

function Origins({ origins }: { readonly origins: readonly Origin[] }): ReactNode {
  const most = Math.max(...origins.map(({ open }) => open), 1);
  const shown: readonly Drawn[] = origins.slice(0, ORIGINS_SHOWN).map((one) => ({ ...one, most }));
  const only = origins.length === 1 && origins[0]?.origin === 'unknown';
  return (
    <Section finding="Where they come from" wide sub={only ? <>Nobody has said yet where wishes come from. A rule of the kind “comes from …”, or the origins in <AppLink className="link link-small" href="/rules">the rules’ settings</AppLink>, tell it.</> : 'Solid: leads to the goal or keeps the lights on. Hollow: no path yet. Nothing about whoever asked.'}>
      <Table<Drawn> label="Open items by origin" rows={shown} rowKey={(one) => one.origin} columns={ORIGIN_COLUMNS} />
      {origins.length > shown.length && <p className="row-foot">{count(origins.length - shown.length)} more origins with fewer items.</p>}
    </Section>
  );
}

const WIDTH = 180;

function OriginBar({ origin }: { readonly origin: Drawn }): ReactNode {
  const scale = (value: number): number => Math.round((value / origin.most) * WIDTH);
  const solid = scale(origin.open - origin.unexplained);
  const hollow = scale(origin.open) - solid;
  return (
    <svg className="origin-bar" viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height="10" role="img" aria-label={`${count(origin.unexplained)} of ${count(origin.open)} without a path`}>
      {solid > 0 && <rect x="0" y="1" width={solid} height="8" fill="var(--ink)" />}
      {hollow > 1 && <rect x={solid + 1.5} y="1.5" width={hollow - 1} height="7" fill="none" stroke="var(--edge)" />}
    </svg>
  );
}

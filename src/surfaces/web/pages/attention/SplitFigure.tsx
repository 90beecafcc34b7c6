// User problems against technical work, always beside the share of the week they are about, with the caveat that belongs to the mark at 80.
import type { ReactNode } from 'react';
import { Figure } from '../../charts/Figure.tsx';
import { figureTable } from '../../charts/outcome/chart-table.ts';
import { eightyTwentySummary, eightyTwentyTable, splitWords } from '../../charts/attention/eighty-twenty.ts';
import { EightyTwentyBar } from '../../charts/attention/EightyTwentyBar.tsx';
import { hoursSaid, hoursText } from '../../charts/attention/hours.ts';
import { KINDS } from '../../../../domain/attention/kinds.ts';
import { CannotTell } from '../../ui/CannotTell.tsx';
import { Section } from '../../ui/Section.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { useAttention } from './attention-context.ts';
import { splitOf, type KindMinutes } from './attention-words.ts';

export function SplitFigure(): ReactNode {
  const { week } = useAttention();
  const split = splitOf(week);
  if (split === undefined) return week.accountedMinutes < 0.5 ? null : <Section finding="User problems and technical work"><CannotTell what="how they stand to each other" because="Nothing in these days was sorted as either." settledBy="answers to the questions below, or other days" /></Section>;
  const share = Math.round(split.shareOfWeek * 100);
  return (
    <section className="section" aria-label="User problems and technical work">
      <Figure id="split" wide={false} title={<span className="att-h2">{splitWords(split)} between user problems and technical work, within {share}% of your hours</span>} summary={eightyTwentySummary(split)} table={figureTable(eightyTwentyTable(split))}
        points={[{ id: 'user', name: `User problems, ${hoursSaid(split.userMinutes)}`, explain: <SideWhy side="user" /> }, { id: 'technical', name: `Technical work, ${hoursSaid(split.technicalMinutes)}`, explain: <SideWhy side="technical" /> }]}
        caption="The 80 is a rule of thumb about the best technical product managers its author worked with; it is not a study.">
        {(frame) => <EightyTwentyBar data={split} frame={frame} />}
      </Figure>
    </section>
  );
}

interface SideRow { readonly name: string; readonly weight: number; readonly minutes: number }

/** What of a kind counts on a side: the user's share of it, or the other share of technical kinds. */
function sideRows(byKind: readonly KindMinutes[], side: 'user' | 'technical'): SideRow[] {
  return byKind.flatMap((row) => {
    const known = KINDS.find(({ kind }) => kind === row.kind);
    if (known === undefined || !('userShare' in known) || known.userShare === undefined) return [];
    const weight = side === 'user' ? known.userShare : known.group === 'technical' ? 1 - known.userShare : 0;
    return weight * row.minutes < 0.5 ? [] : [{ name: row.name, weight, minutes: weight * row.minutes }];
  });
}

function sideName({ name, weight }: SideRow): ReactNode {
  return <>{name}{weight < 1 && <span className="muted"> counts by {Math.round(weight * 100)}%</span>}</>;
}

function SideWhy({ side }: { readonly side: 'user' | 'technical' }): ReactNode {
  const { week, computed } = useAttention();
  const { userMinutes, technicalMinutes } = week.eightyTwenty;
  const minutes = side === 'user' ? userMinutes : technicalMinutes;
  return (
    <WhyBody number={hoursSaid(minutes)} of={side === 'user' ? 'counted as work on user problems' : 'counted as technical detail'} formula={<p className="formula">{hoursText(minutes)} of {hoursText(userMinutes + technicalMinutes)} = <b>{Math.round((100 * minutes) / (userMinutes + technicalMinutes))}%</b></p>}
      rows={{ columns: [{ id: 'name', head: 'Kind', rowHead: true, cell: sideName }, { id: 'hours', head: 'h', right: true, cell: (row) => hoursText(row.minutes) }], rows: sideRows(week.byKind, side), rowKey: (row) => row.name }}
      leftOut="People, growth and neutral kinds, which are on neither side, and time without a trace." computed={computed} />
  );
}

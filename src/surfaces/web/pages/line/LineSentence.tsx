// The page's sentence. Its figures open to the sums behind them: what there is to give, what was carried, what went over.
import type { ReactNode } from 'react';
import { hoursSaid, hoursShort } from '../../charts/attention/hours.ts';
import { dayWords } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { FiguresSaid, useFigure } from '../../parts/FiguresSaid.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import type { CharterRow, LineAnswer } from './line-words.ts';

export function LineSentence({ line }: { readonly line: LineAnswer }): ReactNode {
  return <Sentence><FiguresSaid id="sentence" says={line.sentence} explain={<SentenceWhy line={line} />} /></Sentence>;
}

/** Every kind that has minutes or a line, with both: what any figure of the sentence is summed from. */
function SentenceWhy({ line }: { readonly line: LineAnswer }): ReactNode {
  const figure = useFigure();
  const rows = line.charter.filter(({ actual, budgetMinutes, carries }) => (actual?.meanMinutes ?? 0) > 0 || budgetMinutes !== undefined || carries > 0);
  const { capacity } = line;
  return (
    <WhyBody number={figure} of={line.sentence}
      formula={<p className="formula">{hoursShort(capacity.weeklyMinutes)} working − {hoursShort(capacity.protectedMinutes)} protected − {hoursShort(capacity.budgetedMinutes)} given = <b>{hoursShort(capacity.roomMinutes)} h</b> a week</p>}
      rows={{
        columns: [
          { id: 'name', head: 'Kind', rowHead: true, cell: (row: CharterRow) => row.name }, { id: 'mean', head: 'Hours a week', right: true, cell: (row: CharterRow) => (row.actual === null ? '–' : hoursShort(row.actual.meanMinutes)) },
          { id: 'line', head: 'Line', right: true, cell: (row: CharterRow) => (row.budgetMinutes === undefined ? '–' : hoursShort(row.budgetMinutes)) }, { id: 'carried', head: 'Carried', right: true, cell: (row: CharterRow) => (row.carries === 0 ? '–' : `${row.carries}, ${hoursSaid(row.carriedMinutes)}`) },
        ],
        rows, rowKey: (row: CharterRow) => row.kind,
      }}
      leftOut={line.quiet === 0 ? 'Nothing.' : `${line.quiet} kinds without minutes, carries or a line.`} computed={<>From your calendars, entries and carries up to {dayWords(line.asOf)}. <AppLink className="link link-small" href="/formulas/line-breach">How it is worked out</AppLink></>} />
  );
}

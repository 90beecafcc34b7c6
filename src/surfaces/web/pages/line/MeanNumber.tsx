// The weekly mean of a kind of work, openable: the whole weeks behind it, how much of it is guessed, and what would make it a breach.
import type { ReactNode } from 'react';
import { hoursSaid, hoursText } from '../../charts/attention/hours.ts';
import { dayShort, dayWords, percent } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import { meanWords, type CharterRow } from './line-words.ts';

export function MeanNumber({ row, asOf }: { readonly row: CharterRow; readonly asOf: string }): ReactNode {
  if (row.actual === null) return null;
  return <NumberRef id={`mean-${row.kind}`} label={`${row.name}: ${meanWords(row.actual)} hours a week`} explain={<MeanWhy row={row} actual={row.actual} asOf={asOf} />}>{meanWords(row.actual)}</NumberRef>;
}

function MeanWhy({ row, actual, asOf }: { readonly row: CharterRow; readonly actual: NonNullable<CharterRow['actual']>; readonly asOf: string }): ReactNode {
  const { weeks } = actual;
  return (
    <WhyBody number={hoursSaid(actual.meanMinutes)} of={`of ${row.name} a week, in the last ${weeks.length === 1 ? 'whole week' : `${weeks.length} whole weeks`}`}
      formula={<p className="formula">({weeks.map(({ minutes }) => hoursText(minutes)).join(' + ')}) / {weeks.length} = <b>{hoursText(actual.meanMinutes)}</b></p>}
      range={actual.high - actual.low < 6 ? 'Nothing in it is guessed.' : `If every guess fell the other way: ${hoursText(actual.low)} to ${hoursText(actual.high)} hours. ${percent(actual.confirmedShare ?? 0)} of it is confirmed.`}
      rows={{
        columns: [
          { id: 'week', head: 'Week from', rowHead: true, noWrap: true, cell: (week) => dayShort(week.from) },
          { id: 'confirmed', head: 'Confirmed', right: true, cell: (week) => hoursText(week.confirmedMinutes) },
          { id: 'minutes', head: 'Hours', right: true, cell: (week) => hoursText(week.minutes) },
        ],
        rows: weeks, rowKey: (week) => week.from,
        ...(weeks.length === 0 ? {} : { after: <AppLink className="link link-small" href={`/attention?kind=${row.kind}`}>Its events in Attention</AppLink> }),
      }}
      leftOut="This week, which is not whole yet, and time that left no trace." computed={<>From whole weeks up to {dayWords(asOf)}. <AppLink className="link link-small" href="/formulas/line-breach">How it is worked out</AppLink></>}>
      <p className="why-said">{row.says}</p>
    </WhyBody>
  );
}

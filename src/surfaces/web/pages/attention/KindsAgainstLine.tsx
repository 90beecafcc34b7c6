// Each kind against its line: hours with how far guesses may move them, what is confirmed, the line and whether it was crossed by rule.
import type { ReactNode } from 'react';
import { gaugeReach, LineGauge } from '../../charts/attention/LineGauge.tsx';
import { hoursShort, hoursText } from '../../charts/attention/hours.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Section } from '../../ui/Section.tsx';
import { useAttention } from './attention-context.ts';
import { weeksIn } from './attention-days.ts';
import { halfWords, kindGroups, type KindGroup, type KindRow } from './attention-words.ts';
import { AttentionNumber } from './AttentionNumber.tsx';
import { GROUP_NAMES } from './kind-find.ts';

export function KindsAgainstLine(): ReactNode {
  const { week, line, chosen } = useAttention();
  const weeks = weeksIn(chosen);
  const groups = kindGroups(week, line, weeks);
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length === 0) return null;
  const drawn = line.size > 0;
  const reach = gaugeReach(rows);
  return (
    <Section finding={drawn ? 'Each kind against its line' : 'Each kind of work'} sub={<>Hours in {weeks === 1 ? 'one week' : `${weeks} weeks`}. Solid is confirmed, hatched is guessed{drawn ? ', the blue mark is your line.' : <>. <AppLink href="/line">Draw the line</AppLink> to see each against it.</>}</>}>
      <table className={drawn ? 'att-table' : 'att-table att-table-undrawn'}>
        <caption className="hidden-words">Kinds of work with their hours</caption>
        <thead><tr><th scope="col"><span className="hidden-words">Kind</span></th><th scope="col"><span className="hidden-words">Picture</span></th><th scope="col" className="right">hours</th><th scope="col" className="only-wide"><span className="hidden-words">Grade</span></th>{drawn && <th scope="col">line</th>}</tr></thead>
        {groups.map(({ group, minutes, rows: kinds }) => (
          <tbody key={group}>
            <tr className="att-group"><th scope="rowgroup" colSpan={2}>{GROUP_NAMES[group]}</th><td className="right"><AttentionNumber opens={`group-${group}`} label={`${hoursText(minutes)} hours ${GROUP_NAMES[group].toLowerCase()}`}>{hoursText(minutes)}</AttentionNumber></td><td className="only-wide att-grade" colSpan={drawn ? 2 : 1}>{group === 'unsorted' ? '' : confirmedWords(minutes, week.confirmedByGroup[group])}</td></tr>
            {kinds.map((row) => <Kind key={row.kind} row={row} group={group} reach={reach} drawn={drawn} />)}
          </tbody>
        ))}
        {week.unaccountedMinutes >= 0.5 && (
          <tbody><tr className="att-group att-open"><th scope="rowgroup">No trace</th><td className="att-gauge"><span style={{ width: `${Math.min(100, (100 * week.unaccountedMinutes) / reach)}%` }} /><span className="hidden-words">left open</span></td><td className="right"><AttentionNumber opens="unaccounted">{hoursText(week.unaccountedMinutes)}</AttentionNumber></td><td className="only-wide att-grade" colSpan={drawn ? 2 : 1}>not spread</td></tr></tbody>
        )}
      </table>
    </Section>
  );
}

function confirmedWords(minutes: number, confirmed: number): string {
  if (minutes < 0.5 || confirmed >= minutes - 0.5) return minutes < 0.5 ? '' : 'all confirmed';
  return confirmed < 0.5 ? 'guessed' : `${Math.round((100 * confirmed) / minutes)}% confirmed`;
}

function Kind({ row, group, reach, drawn }: { readonly row: KindRow; readonly group: KindGroup['group']; readonly reach: number; readonly drawn: boolean }): ReactNode {
  const half = halfWords(row.half);
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td className="att-gauge">{row.kind === 'unsorted' ? <span className="att-unsorted" style={{ width: `${Math.min(100, (100 * row.minutes) / reach)}%` }} /> : <LineGauge minutes={row.minutes} confirmedMinutes={row.confirmedMinutes} lineMinutes={row.lineMinutes} reachMinutes={reach} />}</td>
      <td className="right tabular"><AttentionNumber opens={row.kind === 'unsorted' ? `unsorted-${group}` : `kind-${row.kind}`} label={`${hoursText(row.minutes)} hours of ${row.name}`}>{hoursText(row.minutes)}</AttentionNumber></td>
      <td className="only-wide att-grade tabular">{half === undefined ? row.grade : `${half}, ${row.grade}`}</td>
      {drawn && <td className="att-line tabular" title={row.says}>{row.lineMinutes === undefined ? 'no line' : hoursShort(row.lineMinutes)}{row.over && <b className="att-over"> over</b>}</td>}
    </tr>
  );
}

// What a finding of the line says, openable: the weeks and carries it rests on, what it does not claim, what would make it go away.
import type { ReactNode } from 'react';
import { hoursText } from '../../charts/attention/hours.ts';
import { counted, dayShort, dayWords } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { FiguresSaid } from '../../parts/FiguresSaid.tsx';
import { Table } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import type { Finding } from './line-words.ts';

const PAGES: Readonly<Record<Finding['rule'], string>> = { breach: 'line-breach', rule_of_three: 'rule-of-three', boomerang: 'boomerang', pressed_load: 'pressed-load' };
const GRADES: Readonly<Record<Finding['grade'], string>> = { Measured: 'counted from what you confirmed', Estimated: 'has guesses in it', Declared: 'as you wrote it down' };

/** `says` where the sentence around it is another. */
export function FindingSaid({ id, finding, asOf, says = finding.says }: { readonly id: string; readonly finding: Finding; readonly asOf: string; readonly says?: string }): ReactNode {
  return <FiguresSaid id={id} says={says} explain={<FindingWhy finding={finding} asOf={asOf} />} />;
}

function FindingWhy({ finding, asOf }: { readonly finding: Finding; readonly asOf: string }): ReactNode {
  const { carries, weeks } = finding;
  return (
    <WhyBody number={`${finding.value.toLocaleString('en', { maximumFractionDigits: 1 })} ${finding.unit}`} of={finding.says} range={`What would make it go away: ${finding.wouldChange}`}
      {...(carries.length === 0 ? {} : { rows: {
        columns: [{ id: 'what', head: 'What', rowHead: true, cell: (one: Finding['carries'][number]) => one.what }, { id: 'on', head: 'Day', noWrap: true, cell: (one: Finding['carries'][number]) => dayShort(one.on) }, { id: 'minutes', head: 'Minutes', right: true, cell: (one: Finding['carries'][number]) => one.minutes }],
        rows: carries, rowKey: (one: Finding['carries'][number]) => one.id,
      } })}
      leftOut={finding.notClaimed} computed={<>{counted(weeks.length, 'week')} up to {dayWords(asOf)}; {GRADES[finding.grade]}. <AppLink className="link link-small" href={`/formulas/${PAGES[finding.rule]}`}>How it is worked out</AppLink></>}>
      {weeks.length > 0 && <>
        <h3>Weeks it rests on</h3>
        <Table label="Weeks it rests on" dense rows={weeks} rowKey={({ from }) => from} columns={[
          { id: 'from', head: 'Week from', rowHead: true, noWrap: true, cell: ({ from }) => dayShort(from) },
          { id: 'minutes', head: 'Hours', right: true, cell: ({ minutes }) => hoursText(minutes) },
          { id: 'over', head: '', cell: ({ over }) => (over ? 'over' : '') },
        ]} />
      </>}
    </WhyBody>
  );
}

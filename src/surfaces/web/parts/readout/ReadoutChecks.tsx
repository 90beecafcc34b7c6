// What was tried before the effect was believed, and what was not to get worse: checks, guardrails, the line at which it was to end, and the
// other ships. Each with what was found and one word.
import type { ReactNode } from 'react';
import { dayWords } from '../../data/words.ts';
import { Section } from '../../ui/Section.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { checkRows, checksTitle } from './check-words.ts';
import { spoken, type Readout } from './readout-words.ts';

interface Row { readonly id: string; readonly name: string; readonly found: string; readonly result: string; readonly open: boolean; readonly bad: boolean }

const GUARDRAILS: Readonly<Record<Readout['guardrails'][number]['status'], string>> = { pass: 'holds', breach: 'breached', 'cannot-rule-out-harm': 'cannot rule out harm', 'cannot-tell': 'cannot tell' };
const KILL = { clear: 'holds', warning: 'a warning', tripped: 'ends it' } as const;

export function ReadoutChecks({ readout }: { readonly readout: Readout }): ReactNode {
  const { report, guardrails, kill, otherShips } = readout;
  const checks = checkRows(report).map((row): Row => ({ ...row, open: row.result !== 'holds', bad: row.result === 'refuses' }));
  const agreed: Row[] = [
    ...guardrails.map(({ metric, name, status, sentence }): Row => ({ id: metric, name: `Guardrail: ${name}`, found: spoken(sentence, otherShips), result: GUARDRAILS[status], open: status === 'cannot-tell' || status === 'cannot-rule-out-harm', bad: status === 'breach' })),
    ...(kill === undefined ? [] : [{ id: 'kill', name: 'When it was to end', found: spoken(kill.sentence, otherShips), result: KILL[kill.state], open: kill.state === 'warning', bad: kill.state === 'tripped' }]),
  ];
  return (
    <>
      {checks.length > 0 && <Section finding={checksTitle(report)}><Rows rows={checks} label={checksTitle(report)} what="Check" /></Section>}
      {agreed.length > 0 && <Section finding="What was not to get worse"><Rows rows={agreed} label="Guardrails and the line at which it was to end" what="Agreed" /></Section>}
      {otherShips.length > 0 && (
        <Section finding="Other ships on this metric" sub="Each is taken out of the reading where its own history allows it; one in the window cannot be.">
          <ul className="readout-list">{otherShips.map(({ on, title, inWindow }) => <li key={`${on} ${title}`}>{title}, {dayWords(on)}{inWindow && <b>: in the window</b>}</li>)}</ul>
        </Section>
      )}
    </>
  );
}

const FOUND: readonly Column<Row>[] = [
  { id: 'found', head: 'What was found', cell: (row) => row.found },
  { id: 'result', head: 'Result', right: true, cell: (row) => <span className="readout-result">{row.open && <i className="ring" aria-hidden="true" />}{row.bad ? <b>{row.result}</b> : row.result}</span> },
];

function Rows({ rows, label, what }: { readonly rows: readonly Row[]; readonly label: string; readonly what: string }): ReactNode {
  return <Table<Row> rows={rows} rowKey={({ id }) => id} label={label} columns={[{ id: 'name', head: what, rowHead: true, cell: (row) => row.name }, ...FOUND]} />;
}

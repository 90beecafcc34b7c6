// What changed on an item, newest first. Absent where the source carries no history, and then it says so.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { counted, timeWords } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Table, type Column } from '../../ui/Table.tsx';

type Change = NonNullable<OutputOf<'item.get'>['history']>[number];
interface Row extends Change { readonly place: string }
const SHOWN = 8;
const COLUMNS: readonly Column<Row>[] = [
  { id: 'at', head: 'When', rowHead: true, noWrap: true, cell: ({ at }) => timeWords(at) },
  { id: 'what', head: 'What', cell: ({ field, from, to }) => `${field}${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}` },
  { id: 'by', head: 'By', cell: ({ by }) => by ?? '–' },
];

export function ItemHistory({ history }: { readonly history: readonly Change[] | undefined }): ReactNode {
  const [all, setAll] = useState(false);
  if (history === undefined) return <Section finding="Its history is not in the export" sub="Ages rest on its dates and comments alone." />;
  if (history.length === 0) return null;
  const newest = history.toReversed().map((change, at): Row => ({ ...change, place: String(at) }));
  const rows = all ? newest : newest.slice(0, SHOWN);
  return (
    <Section finding="What changed">
      <Table label="Changes, newest first" rows={rows} rowKey={({ place }) => place} columns={COLUMNS} />
      {newest.length > rows.length && <p className="actions"><Button kind="link" small onPress={() => setAll(true)}>{counted(newest.length - rows.length, 'earlier change')}</Button></p>}
    </Section>
  );
}

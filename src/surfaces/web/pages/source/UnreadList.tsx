// What an import could not read: where, the value as it stood, and why; all or one reason at a time, a page at a time.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { Answered } from '../../parts/Answered.tsx';
import { useAsk } from '../../data/ask.ts';
import { count, counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { reasonWords, type ImportRecord } from './source-words.ts';

const PAGE = 25;
const ALL = 'all';
type Unread = OutputOf<'import.unread'>['unread'][number];

const COLUMNS: readonly Column<Unread>[] = [
  { id: 'where', head: 'Where', rowHead: true, cell: (one) => one.where },
  { id: 'value', head: 'As it stands', cell: (one) => <span className="preview-value">{one.value === undefined || one.value === '' ? <span className="muted">empty</span> : one.value}</span> },
  { id: 'why', head: 'Why', cell: (one) => reasonWords(one.code) },
  { id: 'lost', head: 'What became of it', cell: (one) => (one.lost ? <b>the row is gone</b> : 'only this value is missing') },
];

export function UnreadList({ record }: { readonly record: ImportRecord }): ReactNode {
  const [code, setCode] = useState(ALL);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const asked = useAsk('import.unread', { import: record.id, limit: PAGE, ...(code === ALL ? {} : { code }), ...(cursor === undefined ? {} : { cursor }) }, { keep: true });
  return (
    <Section wide finding={`${counted(record.unread, 'value')} could not be read`} sub="The rest of each row was read all the same, unless it says that the row is gone. Nothing was guessed in its place.">
      <Answered asked={asked} shape="rows" words="Reading what was left">
        {({ unread, total, byCode, nextCursor }) => (
          <Tabs label="Reasons" selected={code} onSelect={(id) => { setCode(id); setCursors([]); }} items={[{ id: ALL, name: 'All reasons', count: total }, ...(byCode.length > 1 ? byCode.map((one) => ({ id: one.code, name: reasonWords(one.code), count: one.count })) : [])]}>
            <div className="unread-table">
              <Table label="What could not be read" rows={unread} rowKey={(one) => `${one.where} ${one.code} ${one.value ?? ''}`} columns={COLUMNS} />
            </div>
            <p className="row-foot">
              <span>{count(cursors.length * PAGE + 1)} to {count(cursors.length * PAGE + unread.length)} of {count(code === ALL ? total : byCode.find((one) => one.code === code)?.count ?? unread.length)}</span>
              {cursors.length > 0 && <Button kind="link" small onPress={() => setCursors(cursors.slice(0, -1))}>Page before</Button>}
              {nextCursor !== undefined && <Button kind="link" small onPress={() => setCursors([...cursors, nextCursor])}>Next page</Button>}
            </p>
          </Tabs>
        )}
      </Answered>
    </Section>
  );
}

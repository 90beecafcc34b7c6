// Every import so far, newest first, with what it changed; each opens its report.
import { useState, type ReactNode } from 'react';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { useAsk } from '../../data/ask.ts';
import { count, timeWords } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { fileWords, stateWords, type ImportRecord } from './source-words.ts';

const PAGE = 10;

const COLUMNS: readonly Column<ImportRecord>[] = [
  { id: 'at', head: 'When', rowHead: true, noWrap: true, cell: (one) => <AppLink className="row-link row-link-shown" href={`/sources/imports/${one.id}`}>{timeWords(one.startedAt)}</AppLink> },
  { id: 'files', head: 'Files', cell: (one) => <span className="preview-value">{fileWords(one.files)}</span> },
  { id: 'created', head: 'New', right: true, cell: (one) => count(one.created) },
  { id: 'updated', head: 'Changed', right: true, cell: (one) => count(one.updated) },
  { id: 'unchanged', head: 'Same', right: true, cell: (one) => count(one.unchanged) },
  { id: 'unread', head: 'Not read', right: true, noWrap: true, cell: (one) => count(one.unread) },
  { id: 'state', head: 'State', noWrap: true, cell: (one) => stateWords(one.state) },
];

export function ImportHistory(): ReactNode {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const asked = useAsk('import.list', { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, { keep: true });
  return (
    <Answered asked={asked} shape="rows" rows={3} words="Reading the imports">
      {({ imports, nextCursor }) => imports.length === 0 && cursors.length === 0 ? null : (
        <Section wide finding="Imports so far">
          <Table<ImportRecord> label="Imports, newest first" rows={imports} rowKey={(one) => one.id} columns={COLUMNS} />
          {(nextCursor !== undefined || cursors.length > 0) && (
            <p className="row-foot">
              {cursors.length > 0 && <Button kind="link" small onPress={() => setCursors(cursors.slice(0, -1))}>Newer</Button>}
              {nextCursor !== undefined && <Button kind="link" small onPress={() => setCursors([...cursors, nextCursor])}>Older</Button>}
            </p>
          )}
        </Section>
      )}
    </Answered>
  );
}

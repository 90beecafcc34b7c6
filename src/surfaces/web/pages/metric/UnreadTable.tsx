// What of a metric's values could not be read: where it stood and why; all of it counted, the first rows shown.
import type { ReactNode } from 'react';
import { count } from '../../data/words.ts';
import { Table, type Column } from '../../ui/Table.tsx';
import type { Unread } from './metric-words.ts';

const SHOWN = 12;

const COLUMNS: readonly Column<Unread & { readonly at: number }>[] = [
  { id: 'where', head: 'Where', rowHead: true, noWrap: true, cell: (one) => one.where },
  { id: 'why', head: 'What stood there', cell: (one) => <span className="unread-why">{one.detail}</span> },
];

export function UnreadTable({ unread, total }: { readonly unread: readonly Unread[]; readonly total: number }): ReactNode {
  const rows = unread.slice(0, SHOWN).map((one, at) => ({ ...one, at }));
  return (
    <div className="unread">
      <Table label="What could not be read" rows={rows} rowKey={(one) => String(one.at)} columns={COLUMNS} dense />
      {total > rows.length && <p className="muted">And {count(total - rows.length)} more of the same kind.</p>}
    </div>
  );
}

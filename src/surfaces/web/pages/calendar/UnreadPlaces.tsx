// What of a calendar could not be read: where it stands, and what about it. The rest was read all the same.
import type { ReactNode } from 'react';
import { counted } from '../../data/words.ts';
import { Table, type Column } from '../../ui/Table.tsx';
import type { Unread } from './calendar-words.ts';

const COLUMNS: readonly Column<Unread>[] = [
  { id: 'where', head: 'Where', rowHead: true, cell: (one) => <span className="unread-where">{one.where}</span> },
  { id: 'detail', head: 'What about it', cell: (one) => <span className="unread-where">{one.detail}</span> },
];

export function UnreadPlaces({ unread, total, more }: { readonly unread: readonly Unread[]; readonly total: number; readonly more?: ReactNode }): ReactNode {
  return (
    <div className="unread-places">
      <p><b>{counted(total, 'place')} could not be read.</b> Everything else was. Nothing was guessed instead.</p>
      <Table label="What could not be read" dense rows={unread} rowKey={(one) => `${one.where} ${one.code} ${one.detail}`} columns={COLUMNS} />
      {more ?? (total > unread.length && <p className="row-foot">The first {unread.length} of {total}; the calendar’s own list has them all.</p>)}
    </div>
  );
}

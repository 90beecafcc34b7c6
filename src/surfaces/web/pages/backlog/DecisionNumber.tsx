// A number of decisions that opens into the decisions themselves.
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { count, counted, dayShort } from '../../data/words.ts';
import { ItemKey } from '../../parts/ItemKey.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import type { Column } from '../../ui/Table.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';

type Decision = OutputOf<'cull.list'>['decisions'][number];
const SHOWN = 12;
const COLUMNS: readonly Column<Decision>[] = [
  { id: 'key', head: 'Item', rowHead: true, noWrap: true, cell: ({ item }) => <ItemKey id={item.id} itemKey={item.key} /> },
  { id: 'at', head: 'Decided', right: true, noWrap: true, cell: ({ at }) => dayShort(at) },
];

/** `decisions` are those on the page; `total` is the server's count. */
export function DecisionNumber({ id, decisions, total, of, children }: { readonly id: string; readonly decisions: readonly Decision[]; readonly total: number; readonly of: string; readonly children: ReactNode }): ReactNode {
  const shown = decisions.slice(0, SHOWN);
  const explain = (
    <WhyBody<Decision> number={count(total)} of={of} formula={<p className="formula">decisions of this kind that were not taken back</p>}
      rows={{ columns: COLUMNS, rows: shown, rowKey: (one) => one.id, after: total > shown.length ? <span className="muted">And {counted(total - shown.length, 'more', 'more')}, in the list on this page.</span> : undefined }}
      leftOut="Decisions that were taken back." computed="From the decisions kept in this workspace, counted when the page was read." />
  );
  return <NumberRef id={id} explain={explain}>{children}</NumberRef>;
}

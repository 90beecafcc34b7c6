// A count of items that opens into the items themselves: the first of them, the way to all, and how they were counted.
import type { ReactNode } from 'react';
import type { InputOf, OutputOf } from '../../../contract/index.ts';
import { useAsk } from '../data/ask.ts';
import { count, counted, timeWords } from '../data/words.ts';
import { NumberRef } from '../ui/NumberRef.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { Column } from '../ui/Table.tsx';
import { WhyBody } from '../ui/WhyBody.tsx';
import { AskError } from './AskError.tsx';
import { ItemKey } from './ItemKey.tsx';

type Filter = Omit<InputOf<'item.list'>, 'limit' | 'cursor'>;
type Row = OutputOf<'item.list'>['items'][number];
const SHOWN = 12;

const COLUMNS: readonly Column<Row>[] = [
  { id: 'key', head: 'Item', rowHead: true, noWrap: true, cell: (item) => <ItemKey id={item.id} itemKey={item.key} /> },
  { id: 'title', head: 'Title', cell: (item) => item.title },
];

export interface ItemsNumberProps {
  /** Names the number in the address; one meaning a page. */
  readonly id: string;
  /** The number in its words: `157`. */
  readonly children: ReactNode;
  /** What it counts, after the number: `open items that lead to the goal`. */
  readonly of: string;
  /** The rule by which an item is counted, in words. */
  readonly rule: string;
  readonly filter: Filter;
  readonly notClaimed?: string | undefined;
}

export function ItemsNumber({ id, children, of, rule, filter, notClaimed }: ItemsNumberProps): ReactNode {
  return <NumberRef id={id} explain={<ItemsWhy of={of} rule={rule} filter={filter} notClaimed={notClaimed} />}>{children}</NumberRef>;
}

function ItemsWhy({ of, rule, filter, notClaimed }: Omit<ItemsNumberProps, 'id' | 'children'>): ReactNode {
  const asked = useAsk('item.list', { ...filter, limit: SHOWN });
  if (asked.data === undefined) return asked.isError ? <AskError error={asked.error} kept="The number itself is as it was." onRetry={() => void asked.refetch()} /> : <Skeleton words="Looking up the items" />;
  const { items, total, totalIsExact } = asked.data;
  return (
    <WhyBody<Row> number={`${totalIsExact ? '' : 'at least '}${count(total)}`} of={of} formula={<p className="formula">{rule}</p>}
      rows={{ columns: COLUMNS, rows: items, rowKey: (item) => item.id }}
      leftOut={total > items.length ? `${counted(total - items.length, 'row')} more are not shown here.` : 'Nothing.'}
      computed={<>{timeWords(new Date(asked.dataUpdatedAt).toISOString())}, counted from the mirrored items when you opened this.{notClaimed !== undefined && <><br />{notClaimed}</>}</>} />
  );
}

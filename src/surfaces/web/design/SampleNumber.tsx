// A number of the design page with a full explanation behind it.
import type { ReactNode } from 'react';
import { Formula } from '../ui/Formula.tsx';
import { NumberRef } from '../ui/NumberRef.tsx';
import { toasts } from '../ui/toast-store.ts';
import { WhyBody } from '../ui/WhyBody.tsx';
import { SAMPLE_ITEMS, type SampleItem } from './sample.ts';

export function SampleExplanation({ number }: { readonly number: ReactNode }): ReactNode {
  return (
    <WhyBody<SampleItem> number={number} of="of open items, on 20 November" formula={<Formula top="157 with a path" bottom="412 open items" result="38%" />}
      range="If every suggested link were confirmed: 41%."
      rows={{ columns: [{ id: 'key', head: 'Item', cell: (item) => item.key, rowHead: true, noWrap: true }, { id: 'title', head: 'Title', cell: (item) => item.title }, { id: 'days', head: 'Days', right: true, cell: (item) => item.days }], rows: SAMPLE_ITEMS.slice(0, 5), rowKey: (item) => item.key, more: { label: 'All 157 rows', href: '#rows' } }}
      leftOut="14 rows with a date that cannot be read, 206 touched by an import only."
      computed="20 Nov 2026, 14:02. Tracker read 13:40."
      dispute={{ reasons: ['It serves another goal'], onDispute: (reason) => { toasts.show(`Kept: ${reason}`, () => undefined); } }} />
  );
}

export function SampleNumber({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactNode {
  return <NumberRef id={id} explain={<SampleExplanation number={children} />}>{children}</NumberRef>;
}

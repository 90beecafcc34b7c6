// Lists of the design page: tabs over a cull list that the keyboard walks, findings with marked words, a table.
import { useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Finding } from '../ui/Finding.tsx';
import { Key } from '../ui/Key.tsx';
import { Marked } from '../ui/Marked.tsx';
import { RowKeysHint } from '../ui/RowKeysHint.tsx';
import { Rows } from '../ui/Rows.tsx';
import { Section } from '../ui/Section.tsx';
import { SurvivalChip } from '../ui/SurvivalChip.tsx';
import { Table, type Sort } from '../ui/Table.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { toasts } from '../ui/toast-store.ts';
import { useRowKeys } from '../ui/keyboard/use-row-keys.ts';
import { SAMPLE_ITEMS, type SampleItem } from './sample.ts';
import { SampleNumber } from './SampleNumber.tsx';

const TABS = [{ id: 'aged', name: 'Aged out', count: 40 }, { id: 'problem', name: 'No problem yet', count: 41 }, { id: 'alike', name: 'Alike', count: 17 }, { id: 'scale', name: 'Scale not measured', count: 6 }, { id: 'notice', name: 'Not noticeable', count: 4 }, { id: 'debt', name: 'Debt, unexplained', count: 9 }, { id: 'waits', name: 'Waits on you', count: 3 }];
const FINDINGS = [
  { key: 'RET-388', title: 'Add a dropdown with carrier filter to the returns table', spans: [{ start: 0, end: 3 }, { start: 6, end: 14 }, { start: 28, end: 34 }, { start: 50, end: 55 }], reason: 'Names a solution; no problem yet. Who is stuck, how often and what does it cost them, what else could solve it?' },
  { key: 'RET-377', title: 'Shard the returns store so that we can handle 10x when we grow', spans: [{ start: 46, end: 49 }, { start: 50, end: 62 }], reason: 'No measured load linked. What is today’s peak, and where does it break?' },
  { key: 'RET-395', title: 'Cut label rendering from 180 ms to 150 ms', spans: [{ start: 20, end: 41 }], reason: 'Probably not noticed by one user in one interaction: 17% faster, both under one second.', disputed: { on: '12 Nov', because: 'printed 40 times in a row at the packing table.' } },
];

function CullList(): ReactNode {
  const [out, setOut] = useState<ReadonlySet<string>>(new Set(SAMPLE_ITEMS.slice(1).map((item) => item.key)));
  const toggle = (item: SampleItem | undefined): void => {
    if (item === undefined) return;
    const next = new Set(out);
    if (!next.delete(item.key)) next.add(item.key);
    setOut(next);
    toasts.show(next.has(item.key) ? `${item.key} is in the plan to close` : `${item.key} is kept`, () => setOut(out));
  };
  const keys = useRowKeys({ name: 'sample-cull', group: 'This list', count: SAMPLE_ITEMS.length, start: 2, actions: [
    { keys: 'x', title: 'Choose or leave out', run: (at) => toggle(SAMPLE_ITEMS[at]) },
    { keys: 'e', title: 'Keep until a day', run: () => { toasts.show('Kept until 1 February', () => undefined); } },
  ] });
  return (
    <>
      <Rows items={SAMPLE_ITEMS} itemKey={(item) => item.key} keys={keys} label="Aged out, worst first" className="design-cull" rowLabel={(item) => `${item.key}, ${item.title}`}
        rowClass={(item) => (out.has(item.key) ? undefined : 'row-out')} onRow={(at) => toggle(SAMPLE_ITEMS[at])}
        head={<><span /><span>Item</span><span /><span>Asked by</span><span>Untouched</span><span>Finished within a year</span></>}>
        {(item, index) => (
          <>
            <Checkbox selected={out.has(item.key)} onChange={() => toggle(item)} label={`Close ${item.key}`} />
            <span className="row-key">{item.key}</span>
            <span className="row-title">{item.title}{index === keys.current && <RowKeysHint actions={[{ keys: 'x', word: 'out' }, { keys: 'e', word: 'keep' }, { keys: 'd', word: 'not so' }]} />}</span>
            <span className="row-meta by">{item.by}</span>
            <span className="row-meta">{out.has(item.key) ? <SampleNumber id={`days-${item.key}`}>{item.days} days</SampleNumber> : 'kept; wakes 1 Feb 2027'}</span>
            <span className="chip-cell">{out.has(item.key) && <SurvivalChip {...item.chip} />}</span>
          </>
        )}
      </Rows>
      <p className="row-foot only-wide"><span><Key keys="x" /> select</span><span><Key keys="j" /> <Key keys="k" /> move</span><span><Key keys="e" /> keep, with a wake-up date</span><span><SampleNumber id="more">8 more</SampleNumber> in this batch</span></p>
    </>
  );
}

export function ListParts(): ReactNode {
  const [tab, setTab] = useState('aged');
  const [sort, setSort] = useState<Sort>({ by: 'days', down: true });
  const findingKeys = useRowKeys({ name: 'sample-findings', group: 'Findings', count: FINDINGS.length, primary: false });
  const sorted = SAMPLE_ITEMS.toSorted((a, b) => (sort.by === 'days' ? a.days - b.days : a.key.localeCompare(b.key)) * (sort.down ? -1 : 1));
  return (
    <>
      <Section wide>
        <Tabs label="Findings" items={TABS} selected={tab} onSelect={setTab}>
          <div style={{ height: 14 }} />
          {tab === 'aged' ? <CullList /> : <p className="muted">This tab has no sample.</p>}
        </Tabs>
      </Section>
      <Section wide finding="Three that name a solution, a size or a speed before a problem">
        <Rows items={FINDINGS} itemKey={(finding) => finding.key} keys={findingKeys} label="Findings in words" className="finding" rowLabel={(finding) => finding.key}>
          {(finding) => <Finding itemKey={finding.key} title={<Marked text={finding.title} spans={finding.spans} />} reason={finding.reason} disputed={finding.disputed}
            actions={finding.key === 'RET-388' ? <><Button kind="link" small keys="a">Ask the reporter</Button><Button kind="link" small keys="d">The problem is in the parent</Button></> : undefined} />}
        </Rows>
      </Section>
      <Section finding="A table sorts by its headings">
        <Table<SampleItem> label="Sample items" rows={sorted.slice(0, 4)} rowKey={(item) => item.key} sort={sort} onSort={setSort} columns={[
          { id: 'key', head: 'Item', rowHead: true, sortable: true, cell: (item) => item.key, noWrap: true },
          { id: 'title', head: 'Title', cell: (item) => item.title },
          { id: 'days', head: 'Untouched', right: true, sortable: true, noWrap: true, cell: (item) => `${item.days} days` },
        ]} />
      </Section>
    </>
  );
}

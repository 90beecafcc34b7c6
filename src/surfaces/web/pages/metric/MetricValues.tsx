// What the values went through: past values that were said anew, and every reading with what it brought and could not read.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { said, type Measure } from '../../charts/outcome/measure.ts';
import { useAsk } from '../../data/ask.ts';
import { count, counted, dayShort, timeWords } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Table, type Column } from '../../ui/Table.tsx';
import { measureOf, viaWords, type Metric } from './metric-words.ts';
import { UnreadTable } from './UnreadTable.tsx';

type Revision = OutputOf<'metric.get'>['revisions'][number];
type Load = OutputOf<'metric.loads'>['loads'][number];
const SHOWN = 8;

function revisionColumns(measure: Measure): readonly Column<Revision & { readonly place: number }>[] {
  return [
    { id: 'on', head: 'Day', rowHead: true, noWrap: true, cell: (one) => dayShort(one.on) },
    { id: 'before', head: 'Was', right: true, cell: (one) => said(one.before, measure) },
    { id: 'after', head: 'Is now', right: true, cell: (one) => (one.after === undefined ? <span className="muted">taken back</span> : said(one.after, measure)) },
    { id: 'at', head: 'Said anew', right: true, noWrap: true, cell: (one) => timeWords(one.at) },
  ];
}

export function MetricValues({ metric, revisions, onLoad }: { readonly metric: Metric; readonly revisions: readonly Revision[]; readonly onLoad: () => void }): ReactNode {
  const loads = useAsk('metric.loads', { metric: metric.id });
  const [all, setAll] = useState(false);
  const rows = revisions.map((one, place) => ({ ...one, place }));
  const shown = all ? rows : rows.slice(0, SHOWN);
  // A rate's old count is what was kept, without what it was out of.
  const measure: Measure = metric.kind === 'rate' ? { as: 'number', unit: '' } : measureOf(metric);
  return (
    <>
      {revisions.length > 0 && <Section finding={`${counted(metric.revised, 'past value')} ${metric.revised === 1 ? 'was' : 'were'} said anew`} sub={metric.kind === 'rate' ? 'The counts as they stood; what they are out of may have changed too.' : 'Readings taken before keep the values they were taken from.'}>
        <Table label="Values that were said anew, newest first" rows={shown} rowKey={(one) => String(one.place)} columns={revisionColumns(measure)} dense />
        {shown.length < rows.length && <p className="row-foot"><Button kind="link" small onPress={() => setAll(true)}>Show the other {count(rows.length - shown.length)}</Button></p>}
      </Section>}
      <Answered asked={loads} shape="rows" rows={3} words="Reading what was read">
        {({ loads: read }) => (
          <Section wide finding={read.length === 0 ? 'Nothing was read yet' : `${counted(read.length, 'reading')} so far`} {...(revisions.length === 0 && read.length > 0 ? { sub: 'No past value was said anew. Where a source changes the past, both values are kept.' } : {})}>
            {read.length > 0 && <Loads loads={read} />}
            {metric.state === 'active' && <p className="row-foot"><Button kind="link" small command="metric.load" hintOnly onPress={onLoad}>Bring more values by hand</Button></p>}
          </Section>
        )}
      </Answered>
    </>
  );
}

type LoadRow = Load & { readonly open: boolean; readonly turn: () => void };

const LOAD_COLUMNS: readonly Column<LoadRow>[] = [
  { id: 'at', head: 'When', rowHead: true, noWrap: true, cell: (load) => timeWords(load.at) },
  { id: 'via', head: 'How', cell: (load) => viaWords(load.via) },
  { id: 'read', head: 'Read', right: true, cell: (load) => count(load.counts.read) },
  { id: 'added', head: 'New', right: true, cell: (load) => count(load.counts.added) },
  { id: 'revised', head: 'Said anew', right: true, cell: (load) => count(load.counts.revised) },
  { id: 'same', head: 'Same', right: true, cell: (load) => count(load.counts.unchanged) },
  { id: 'unread', head: 'Not read', right: true, cell: (load) => (load.counts.unread === 0 ? '0' : <Button kind="link" small expanded={load.open} onPress={load.turn} label={`${load.counts.unread} not read on ${timeWords(load.at)}`}>{count(load.counts.unread)}</Button>) },
];

function Loads({ loads }: { readonly loads: readonly Load[] }): ReactNode {
  const [open, setOpen] = useState<string>();
  const [all, setAll] = useState(false);
  const shown = all ? loads : loads.slice(0, SHOWN);
  const opened = loads.find(({ id }) => id === open);
  return (
    <>
      <Table label="Readings, newest first" rows={shown.map((load): LoadRow => ({ ...load, open: open === load.id, turn: () => setOpen(open === load.id ? undefined : load.id) }))} rowKey={(load) => load.id} columns={LOAD_COLUMNS} dense />
      {opened !== undefined && <><h3 className="loads-open">Not read on {timeWords(opened.at)}</h3><UnreadTable unread={opened.unread} total={opened.counts.unread} /></>}
      {shown.length < loads.length && <p className="row-foot"><Button kind="link" small onPress={() => setAll(true)}>Show the other {count(loads.length - shown.length)}</Button></p>}
    </>
  );
}

// From nothing to a metric: paste or drop its values, see the picture at once, say what it is, keep it. A name that is taken or a file that
// cannot be read says so beside its field; what was typed stays.
import { useState, type ReactNode } from 'react';
import { RefusedError, useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { HistoryForm } from './HistoryForm.tsx';
import { Later } from './Later.tsx';
import { fromOf, headerOf, mayCount, nameFrom, rulesFor, unitOf, type Entry, type Rules } from './metric-entry.ts';
import { countsWords, type Metric } from './metric-words.ts';
import { MetricFacts, type Facts } from './MetricFacts.tsx';
import { Reading } from './Reading.tsx';
import { ReadingRules } from './ReadingRules.tsx';
import { useMetricPreview } from './use-metric-preview.ts';
import { ValueEntry } from './ValueEntry.tsx';

export interface NewMetricProps {
  readonly today: string;
  readonly onKept: (metric: Metric) => void;
  /** Absent where there is nothing to go back to. */
  readonly onLeave?: (() => void) | undefined;
}

export function NewMetric({ today, onKept, onLeave }: NewMetricProps): ReactNode {
  const [entry, setEntry] = useState<Entry>();
  const [rules, setRules] = useState<Rules>({});
  const [typed, setFacts] = useState<Facts>({ name: '', unit: '', direction: undefined, kind: 'level' });
  const [named, setNamed] = useState(false);
  const [measured, setMeasured] = useState(false);
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState<Metric>();
  const read = useMetricPreview(entry, rules);
  const preview = entry === undefined ? undefined : read.data;
  const refusal = entry === undefined || !(read.error instanceof RefusedError) ? undefined : read.error.message;
  const guess = preview === undefined ? '' : nameFrom(preview.columns.length > 1 || preview.date !== undefined ? preview.value : undefined, entry?.given.kind === 'file' ? entry.given.name : undefined);

  // Until somebody writes a name or a unit it is what the column, the file or the values suggest.
  const facts: Facts = { ...typed, ...(named ? {} : { name: guess }), ...(measured || entry === undefined ? {} : { unit: unitOf(entry) }) };
  const add = useDo('metric.add');
  const load = useDo('metric.load', { said: ({ metric, counts }) => `${metric.key} is here: ${countsWords(counts)}`, done: ({ metric }) => onKept(metric) });
  const rate = preview?.series.denominators !== undefined;
  const taken = add.error instanceof RefusedError && add.error.code === 'metric_name_taken' ? add.error.message : undefined;
  const errors = {
    ...(taken !== undefined ? { name: taken } : tried && facts.name.trim() === '' ? { name: 'A metric needs a name.' } : {}),
    ...(tried && facts.direction === undefined ? { direction: 'Say which way is good.' } : {}),
  };
  const busy = add.isPending || load.isPending;

  const keep = async (): Promise<void> => {
    setTried(true);
    const { direction } = facts;
    if (busy || preview === undefined || read.isPlaceholderData || entry === undefined || facts.name.trim() === '' || direction === undefined) return;
    try {
      // A metric that was named while its values were then refused is not named twice.
      const metric = added ?? (await add.mutateAsync({ name: facts.name.trim(), direction, kind: rate ? 'rate' : facts.kind, grain: preview.series.grain, ...(rate || facts.unit.trim() === '' ? {} : { unit: facts.unit.trim() }) })).metric;
      setAdded(metric);
      await load.mutateAsync({ metric: metric.id, ...fromOf(entry.given, rules) });
    } catch {
      // Both say their own error below.
    }
  };
  useCommands([
    { id: 'metric.keep', title: 'Keep the metric', group: 'Metrics', keys: '$mod+Enter', when: () => preview !== undefined, run: () => void keep() },
    { id: 'metric.leave', title: 'Leave the form', group: 'Metrics', keys: 'Escape', when: () => onLeave !== undefined, run: () => onLeave?.() },
  ]);
  const change = (next: Entry | undefined): void => { setEntry(next); setRules(rulesFor(next, entry, rules)); load.reset(); };
  return (
    <form className="metric-form wide" aria-label="New metric" onSubmit={(event) => { event.preventDefault(); void keep(); }}>
      <ValueEntry entry={entry} onEntry={change} autoFocus {...(refusal === undefined ? {} : { error: refusal })} />
      {entry !== undefined && read.isPending && <Skeleton shape="figure" words="Reading the values" />}
      {entry !== undefined && read.isFetching && <Later><p className="muted" role="status">Reading the values …</p></Later>}
      {read.error !== null && refusal === undefined && entry !== undefined && <AskError error={read.error} kept="Nothing was kept; the values are still here." onRetry={() => void read.refetch()} />}
      {preview !== undefined && <Reading preview={preview} name={facts.name.trim()} unit={facts.unit} kind={facts.kind} today={today} />}
      {entry !== undefined && (preview !== undefined || refusal !== undefined) && <ReadingRules rules={rules} onRules={setRules} preview={preview} header={headerOf(entry)} refused={refusal !== undefined} />}
      {preview !== undefined && (
        <>
          <MetricFacts facts={facts} onFacts={(next) => { if (next.name !== facts.name) { setNamed(true); if (taken !== undefined) add.reset(); } if (next.unit !== facts.unit) setMeasured(true); setFacts(next); }} errors={errors} kind={rate ? 'rate' : 'plain'}
            {...(!rate && facts.kind === 'level' && mayCount(preview.series.values) ? { kindHint: 'The values are whole numbers. If they count events, say so: it is read with the errors of a count.' } : {})} />
          {[taken === undefined ? add.error : null, load.error].map((error, at) => error !== null && <AskError key={at} error={error} kept={added === undefined ? 'Nothing was kept; everything is still here.' : `${added.key} is named and has no values yet; everything is still here.`} />)}
        </>
      )}
      {entry === undefined && <HistoryForm />}
      {(preview !== undefined || onLeave !== undefined) && <div className="next metric-keep">
        <p role="status">{busy ? 'Keeping the values …' : preview === undefined ? 'The picture comes with the values; nothing is kept before you say so.' : tried && Object.keys(errors).length > 0 ? <b>Something above needs another look.</b> : <>Later values go to the same metric: the same twice changes nothing, a past value that differs is kept beside the new one.</>}</p>
        {preview !== undefined && <Button kind="primary" type="submit" command="metric.keep" busy={busy}>Keep the metric</Button>}
        {onLeave !== undefined && <Button kind="link" command="metric.leave" onPress={onLeave}>Leave it</Button>}
      </div>}
    </form>
  );
}

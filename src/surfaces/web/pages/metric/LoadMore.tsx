// More values for a metric: pasted or from a file, looked at before they are kept; afterwards it says what was new, said anew, as it was, unread.
import { useState, type ReactNode } from 'react';
import { RefusedError, useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Loaded } from './Loaded.tsx';
import { fromOf, headerOf, rulesFor, type Entry, type Rules } from './metric-entry.ts';
import { willDo } from './metric-picture.ts';
import type { Metric, Series } from './metric-words.ts';
import { Reading } from './Reading.tsx';
import { ReadingRules } from './ReadingRules.tsx';
import { useMetricPreview } from './use-metric-preview.ts';
import { ValueEntry } from './ValueEntry.tsx';

/** `leave` false: the metric has no values yet, so there is nothing to go back to. */
export function LoadMore({ metric, series, today, onDone, leave }: { readonly metric: Metric; readonly series: Series | undefined; readonly today: string; readonly onDone: () => void; readonly leave: boolean }): ReactNode {
  const [entry, setEntry] = useState<Entry>();
  const [rules, setRules] = useState<Rules>({});
  const read = useMetricPreview(entry, rules);
  const load = useDo('metric.load');
  const preview = entry === undefined ? undefined : read.data;
  const refusal = entry === undefined ? undefined : [load.error, read.error].find((error) => error instanceof RefusedError);
  const keep = (): void => { if (entry !== undefined && preview !== undefined && !load.isPending) load.mutate({ metric: metric.id, ...fromOf(entry.given, rules) }); };
  useCommands([
    { id: 'metric.keep', title: 'Keep the values', group: 'This metric', keys: '$mod+Enter', when: () => preview !== undefined && load.data === undefined, run: keep },
    { id: 'metric.leave', title: 'Leave the form', group: 'This metric', keys: 'Escape', when: () => leave, run: onDone },
  ]);
  if (load.data !== undefined) return <Loaded answer={load.data} onDone={onDone} onMore={() => { load.reset(); setEntry(undefined); setRules({}); }} />;
  const change = (next: Entry | undefined): void => { setEntry(next); setRules(rulesFor(next, entry, rules)); load.reset(); };
  const turn = (next: Rules): void => { setRules(next); load.reset(); };
  return (
    <form className="metric-form metric-load wide" aria-label={`Values for ${metric.key}`} onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <ValueEntry entry={entry} onEntry={change} autoFocus label={leave ? 'The newer values' : 'Its values'} {...(refusal === undefined ? {} : { error: refusal.message })} />
      {entry !== undefined && read.isPending && <Skeleton shape="figure" words="Reading the values" />}
      {[load.error, read.error].map((error, at) => error !== null && !(error instanceof RefusedError) && entry !== undefined && <AskError key={at} error={error} kept="Nothing was kept; the values are still here." />)}
      {preview !== undefined && <Reading preview={preview} name={metric.name} unit={metric.unit ?? ''} kind={metric.kind} today={today} />}
      {entry !== undefined && (preview !== undefined || refusal !== undefined) && <ReadingRules rules={rules} onRules={turn} preview={preview} header={headerOf(entry)} refused={refusal !== undefined} />}
      <div className="next metric-keep">
        <p role="status">{load.isPending ? 'Keeping the values …' : preview !== undefined && preview.series.grain === metric.grain ? willDo(series, preview.series) : 'The same values twice change nothing. A past value that differs is kept beside the new one; a day that is missing between the first and the last counts as taken back.'}</p>
        {preview !== undefined && <Button kind="primary" type="submit" command="metric.keep" busy={load.isPending}>Keep the values</Button>}
        {leave && <Button kind="link" command="metric.leave" onPress={onDone}>Leave it</Button>}
      </div>
    </form>
  );
}

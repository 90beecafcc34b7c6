// A metric whose values come by themselves: named first, then connected and read once, or left open for a program to push into.
import { useState, type ReactNode } from 'react';
import { RefusedError, useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Select } from '../../ui/Select.tsx';
import { countsWords, type Metric } from './metric-words.ts';
import { MetricFacts, type Facts } from './MetricFacts.tsx';
import { connectInput, noSource, sourceErrors, type SourceText } from './source-text.ts';
import { SourceFields } from './SourceFields.tsx';

const GRAINS = [{ id: 'day', name: 'One value a day' }, { id: 'week', name: 'One value a week' }];
const RATES = [{ id: 'no', name: 'No, a number of its own' }, { id: 'yes', name: 'Yes, so many of so many' }];

export interface NewFetchedProps {
  readonly way: 'url' | 'sql' | 'push';
  readonly onKept: (metric: Metric) => void;
  readonly onLeave?: (() => void) | undefined;
}

export function NewFetched({ way, onKept, onLeave }: NewFetchedProps): ReactNode {
  const [facts, setFacts] = useState<Facts>({ name: '', unit: '', direction: undefined, kind: 'level' });
  const [grain, setGrain] = useState<Metric['grain']>('day');
  const [source, setSource] = useState<SourceText>(() => noSource(way === 'sql' ? 'sql' : 'url'));
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState<Metric>();
  const add = useDo('metric.add', { said: ({ metric }) => (way === 'push' ? `${metric.key} waits for its first value` : undefined) });
  const connect = useDo('metric.connect', { said: ({ metric, counts }) => `${metric.key} is here: ${countsWords(counts)}`, done: ({ metric }) => onKept(metric) });
  const taken = add.error instanceof RefusedError && add.error.code === 'metric_name_taken' ? add.error.message : undefined;
  const missing = way === 'push' ? {} : sourceErrors(source);
  const errors = {
    ...(taken !== undefined ? { name: taken } : tried && facts.name.trim() === '' ? { name: 'A metric needs a name.' } : {}),
    ...(tried && facts.direction === undefined ? { direction: 'Say which way is good.' } : {}),
  };
  const busy = add.isPending || connect.isPending;
  const keep = async (): Promise<void> => {
    setTried(true);
    const { direction } = facts;
    if (busy || facts.name.trim() === '' || direction === undefined || Object.keys(missing).length > 0) return;
    try {
      const metric = added ?? (await add.mutateAsync({ name: facts.name.trim(), direction, kind: facts.kind, grain, ...(facts.kind === 'rate' || facts.unit.trim() === '' ? {} : { unit: facts.unit.trim() }) })).metric;
      setAdded(metric);
      if (way === 'push') onKept(metric);
      else await connect.mutateAsync(connectInput(metric.id, source));
    } catch {
      // Both say their own error below.
    }
  };
  useCommands([
    { id: 'metric.keep', title: 'Keep the metric', group: 'Metrics', keys: '$mod+Enter', run: () => void keep() },
    { id: 'metric.leave', title: 'Leave the form', group: 'Metrics', keys: 'Escape', when: () => onLeave !== undefined, run: () => onLeave?.() },
  ]);
  return (
    <form className="metric-form" aria-label="New metric" onSubmit={(event) => { event.preventDefault(); void keep(); }}>
      <MetricFacts facts={facts} onFacts={(next) => { if (next.name !== facts.name && taken !== undefined) add.reset(); setFacts(next); }} errors={errors} kind={facts.kind === 'rate' ? 'rate' : 'plain'} />
      <div className="metric-line">
        <Select label="How often it has a value" choices={GRAINS} value={grain} onChange={(id) => setGrain(id as Metric['grain'])} />
        <Select label="Is it a rate" choices={RATES} value={facts.kind === 'rate' ? 'yes' : 'no'} onChange={(id) => setFacts({ ...facts, kind: id === 'yes' ? 'rate' : 'level' })} />
      </div>
      {way !== 'push' && <SourceFields source={source} onSource={setSource} errors={tried ? missing : {}} />}
      {[taken === undefined ? add.error : null, connect.error].map((error, at) => error !== null && <AskError key={at} error={error} kept={added === undefined ? 'Nothing was kept; everything is still here.' : `${added.key} is named and has no values yet; everything is still here.`} />)}
      <div className="next metric-keep">
        <p role="status">{connect.isPending ? 'Reading the source once …' : way === 'push' ? 'Its page then shows the request a program sends.' : 'It is read once now, and from then on as often as you say.'}</p>
        <Button kind="primary" type="submit" command="metric.keep" busy={busy}>{way === 'push' ? 'Keep the metric' : 'Keep it and read the source'}</Button>
        {onLeave !== undefined && <Button kind="link" command="metric.leave" onPress={onLeave}>Leave it</Button>}
      </div>
    </form>
  );
}

// Where a metric's values come from: its source and schedule, why it last brought nothing, connecting another one, and the request of a program.
import { useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { timeWords } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { countsWords, SCHEDULE_CHOICES, scheduleWords, type Metric } from './metric-words.ts';
import { PushSteps } from './PushSteps.tsx';
import { connectInput, noSource, sourceErrors, type SourceText } from './source-text.ts';
import { SourceFields } from './SourceFields.tsx';

type Way = 'url' | 'sql' | 'push';
const WAYS = [{ id: 'url', name: 'An address' }, { id: 'sql', name: 'PostgreSQL' }, { id: 'push', name: 'A program pushes' }] as const;

export function MetricSource({ metric, onRefresh, refreshing }: { readonly metric: Metric; readonly onRefresh: () => void; readonly refreshing: boolean }): ReactNode {
  const connected = metric.source.kind === 'url' || metric.source.kind === 'sql';
  const [open, setOpen] = useState(metric.source.kind === 'push' || metric.points === 0);
  const [way, setWay] = useState<Way>('push');
  const change = useDo('metric.change', { said: ({ metric: now }) => `${now.key} is read ${scheduleWords(now.schedule)}`, done: ({ metric: now }) => { if (now.schedule !== 'none') onRefresh(); } });
  const shown = way;
  return (
    <Section id="source" finding={connected ? `${metric.source.says}, ${scheduleWords(metric.schedule)}` : 'Where it comes from'} {...(connected ? {} : { sub: `${metric.source.says}. A source that is read by itself, or a program that pushes, keeps it from falling silent.` })}>
      {connected && (
        <div className="source-now">
          <p className="actions">
            <Button busy={refreshing} onPress={onRefresh}>{refreshing ? 'Reading its source' : 'Read it now'}</Button>
            <span className="muted">{metric.refreshedAt !== undefined && <>Last read {timeWords(metric.refreshedAt)}. </>}{metric.nextRefreshAt !== undefined && <>Next {timeWords(metric.nextRefreshAt)}.</>}</span>
          </p>
          {metric.failure !== undefined && <p className="metric-failure"><b>{timeWords(metric.failure.at)}: it brought nothing.</b> {metric.failure.sentence} The values are as they were.</p>}
          <div className="metric-line"><Select label="Read it" hint="Another rhythm begins with a reading now." choices={SCHEDULE_CHOICES} value={metric.schedule} onChange={(id) => change.mutate({ metric: metric.id, schedule: id as Metric['schedule'] })} /></div>
          {change.error !== null && <AskError error={change.error} kept="The rhythm is as it was." />}
        </div>
      )}
      {open ? (
        <Tabs label="Where values come from" items={WAYS} selected={shown} onSelect={(id) => setWay(id as Way)}>
          {shown === 'push' ? <PushSteps metric={metric} /> : <Connect key={shown} metric={metric} kind={shown} onDone={() => setOpen(false)} />}
        </Tabs>
      ) : <p className="actions"><Button kind="link" onPress={() => { setWay(metric.source.kind === 'sql' ? 'sql' : 'url'); setOpen(true); }}>{connected ? 'Connect another source' : 'Connect a source'}</Button><Button kind="link" onPress={() => { setWay('push'); setOpen(true); }}>How a program pushes</Button></p>}
    </Section>
  );
}

function Connect({ metric, kind, onDone }: { readonly metric: Metric; readonly kind: 'url' | 'sql'; readonly onDone: () => void }): ReactNode {
  const [source, setSource] = useState<SourceText>(() => noSource(kind));
  const [tried, setTried] = useState(false);
  const connect = useDo('metric.connect', { said: ({ metric: now, counts }) => `${now.key} is connected: ${countsWords(counts)}`, done: onDone });
  const missing = sourceErrors(source);
  const keep = (): void => {
    setTried(true);
    if (Object.keys(missing).length === 0 && !connect.isPending) connect.mutate(connectInput(metric.id, source));
  };
  useCommands([{ id: 'metric.leave', title: 'Leave the form', group: 'This metric', keys: 'Escape', run: onDone }]);
  const { error } = connect;
  return (
    <form className="metric-form" aria-label={kind === 'url' ? 'Connect an address' : 'Connect PostgreSQL'} onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <SourceFields source={source} onSource={setSource} errors={tried ? missing : {}} />
      {error !== null && <AskError error={error} kept="The values and the source are as they were; what you typed is still here." />}
      <p className="actions"><Button type="submit" busy={connect.isPending}>{connect.isPending ? 'Reading the source once' : 'Connect and read it once'}</Button><Button kind="link" command="metric.leave" onPress={onDone}>Leave it</Button></p>
    </form>
  );
}

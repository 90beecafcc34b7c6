// One metric: its sentence, its picture with ships, what to do next, ships, what it can answer, its values, where they come from.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { RefusedError, useAsk, useDo } from '../../data/ask.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { LoadMore } from './LoadMore.tsx';
import { pictureOf } from './metric-picture.ts';
import { MetricAnswer } from './MetricAnswer.tsx';
import { MetricEdit } from './MetricEdit.tsx';
import { MetricLead } from './MetricLead.tsx';
import { MetricNext } from './MetricNext.tsx';
import { MetricPicture } from './MetricPicture.tsx';
import { MetricShips } from './MetricShips.tsx';
import { MetricSource } from './MetricSource.tsx';
import { MetricValues } from './MetricValues.tsx';
import '../../parts/parts.css';
import './metric.css';

export function MetricPage(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const asked = useAsk('metric.get', { metric: id });
  const workspace = useAsk('workspace.get', {});
  if (asked.error instanceof RefusedError && asked.error.code === 'not_found') return <NotFound sentence={`There is no metric ${id} here.`}><AppLink href="/metrics">All metrics</AppLink></NotFound>;
  return (
    <Answered asked={asked} shape="page" words="Reading the metric" kept="Its values are as they were.">
      {(answer) => <Answered asked={workspace} shape="page" words="Reading the day">{(place) => <Whole key={answer.metric.id} answer={answer} today={place.today} />}</Answered>}
    </Answered>
  );
}

function Whole({ answer, today }: { readonly answer: OutputOf<'metric.get'>; readonly today: string }): ReactNode {
  const { metric, series } = answer;
  const [doing, setDoing] = useState<'change' | 'load'>();
  const [marking, setMarking] = useState(0);
  const leave = (): void => setDoing(undefined);
  const retire = useDo('metric.change', { said: ({ metric: now }) => `${now.key} is ${now.state === 'retired' ? 'retired; its values stay' : 'kept again'}` });
  const refresh = useDo('metric.refresh', { said: ({ metric: now, counts }) => `${now.key} was read: ${counts.added.toLocaleString('en')} new` });
  const queries = useQueryClient();
  // A refusal is kept with the metric too: its page is asked again to show it.
  const readNow = (): void => refresh.mutate({ metric: metric.id }, { onError: () => void queries.invalidateQueries() });
  const active = metric.state === 'active';
  const flip = (): void => retire.mutate({ metric: metric.id, state: active ? 'retired' : 'active' });
  const mark = (): void => { leave(); setMarking((before) => before + 1); };
  useCommands([
    { id: 'metric.change', title: 'Change the metric', group: 'This metric', keys: 'e', when: () => doing === undefined, run: () => setDoing('change') },
    { id: 'metric.load', title: 'Bring newer values', group: 'This metric', keys: 'l', when: () => doing === undefined, run: () => setDoing('load') },
    { id: 'ship.add', title: 'Mark a ship', group: 'This metric', keys: 's', when: () => doing === undefined && series !== undefined, run: mark },
    { id: 'metric.retire', title: active ? 'Retire the metric' : 'Keep it again', group: 'This metric', when: () => doing === undefined, run: flip },
  ]);
  if (doing === 'change') return <><h1>Change {metric.key}</h1><MetricEdit metric={metric} onDone={leave} /></>;
  const picture = series === undefined ? undefined : pictureOf(answer, series, today);
  return (
    <>
      <MetricLead metric={metric} picture={picture}>
        <p className="actions record-actions">
          <Button command="metric.change" onPress={() => setDoing('change')}>Change</Button>
          <Button kind="link" busy={retire.isPending} onPress={flip}>{active ? 'Retire it' : 'Keep it again'}</Button>
        </p>
        {retire.error !== null && <AskError error={retire.error} kept="The metric is as it was." />}
      </MetricLead>
      {picture !== undefined && <MetricPicture data={picture} computed={`${metric.source.says}.`} />}
      {doing === 'load' || (series === undefined && ['paste', 'file', 'sample'].includes(metric.source.kind))
        ? <LoadMore metric={metric} series={series} today={today} onDone={leave} leave={series !== undefined} />
        : <MetricNext metric={metric} ships={answer.ships.length} onLoad={() => setDoing('load')} onMark={mark} onRefresh={readNow} refreshing={refresh.isPending} />}
      {refresh.error !== null && (metric.failure === undefined || !(refresh.error instanceof RefusedError)) && <div className="metric-error"><AskError error={refresh.error} kept="The values are as they were." /></div>}
      <MetricShips metric={metric} ships={answer.ships} today={today} focus={marking} />
      {series !== undefined && <MetricAnswer metric={metric} />}
      <MetricValues metric={metric} revisions={answer.revisions} onLoad={() => setDoing('load')} />
      <MetricSource metric={metric} onRefresh={readNow} refreshing={refresh.isPending} />
    </>
  );
}

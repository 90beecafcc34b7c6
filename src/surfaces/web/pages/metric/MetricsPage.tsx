// Metrics: what is measured, its last value, whether its source still speaks. Without one the page teaches how, and does it right here.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { useAsk } from '../../data/ask.ts';
import { count, counted } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { Note } from '../../ui/Note.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { MetricRows } from './MetricRows.tsx';
import type { Metric } from './metric-words.ts';
import { NewMetricDesk, WAYS, type Way } from './NewMetricDesk.tsx';
import { ShipsSummary } from './ShipsSummary.tsx';
import '../../parts/parts.css';
import './metric.css';

interface Search { readonly state: 'active' | 'retired'; readonly add: boolean; readonly way: Way }
const read = (raw: RawSearch): Search => ({ state: raw['state'] === 'retired' ? 'retired' : 'active', add: raw['add'] === '1', way: WAYS.find((way) => way === raw['way']) ?? 'hand' });

export function MetricsPage(): ReactNode {
  const [search, setSearch] = usePageSearch(read);
  const metrics = useAsk('metric.list', { state: 'all' });
  const workspace = useAsk('workspace.get', {});
  const navigate = useNavigate();
  const adding = search.add || metrics.data?.metrics.length === 0;
  useCommands([{ id: 'metric.add', title: 'Add a metric', group: 'Metrics', keys: 'c', when: () => !adding, run: () => setSearch({ add: true }) }]);
  const desk = (place: OutputOf<'workspace.get'>, leave: boolean): ReactNode => (
    <NewMetricDesk way={search.way} onWay={(way) => setSearch({ way })} today={place.today} onKept={(metric) => void navigate({ to: `/metrics/${metric.key}` })}
      onLeave={leave ? () => setSearch({ add: false, way: 'hand' }) : undefined} />
  );
  return (
    <Answered asked={metrics} shape="page" words="Reading the metrics" kept="Values are as they were.">
      {({ metrics: all }) => (
        <Answered asked={workspace} shape="page" words="Reading the day">
          {(place) => all.length === 0 ? (
            <>
              <Lead><Sentence lede="Two columns are enough: a day and a number. Two years of days let it answer most; a few months already make a picture. No warehouse is needed.">No metric is kept yet. Paste a column and see it as a picture, with your ships marked.</Sentence></Lead>
              {desk(place, false)}
              <Note title="Nothing leaves this machine"><p>Values are read where Throughline runs. What a source needs to be asked is kept encrypted.</p></Note>
            </>
          ) : search.add ? (
            <>
              <Lead><Sentence lede="Paste a column or drop a file and the picture comes at once; or say where it is fetched from.">Which number moves when it works?</Sentence></Lead>
              {desk(place, true)}
            </>
          ) : (
            <>
              <Lead><Head metrics={all.filter(({ state }) => state === 'active')} /></Lead>
              <NextAction proposal="Bring another metric." action={<Button kind="primary" command="metric.add" onPress={() => setSearch({ add: true })}>Add a metric</Button>}>Paste a column or drop a file; the picture comes before anything is kept.</NextAction>
              <Kept metrics={all} state={search.state} onState={(state) => setSearch({ state })} />
              <ShipsSummary />
            </>
          )}
        </Answered>
      )}
    </Answered>
  );
}

function Head({ metrics }: { readonly metrics: readonly Metric[] }): ReactNode {
  const stale = metrics.filter((metric) => metric.stale);
  const failing = metrics.filter((metric) => metric.failure !== undefined);
  const silent = stale.length === 0 ? '' : stale.length === 1 ? `; ${stale[0]!.name} has fallen silent` : `; ${count(stale.length)} have fallen silent`;
  return (
    <>
      <Sentence>{metrics.length === 0 ? 'Every metric is retired.' : <>{metrics.length === 1 ? 'One metric is' : `${counted(metrics.length, 'metric')} are`} kept{silent}.</>}</Sentence>
      <Freshness {...(failing.length === 0 ? {} : { stale: `${failing.length === 1 ? `${failing[0]!.name} could` : `${count(failing.length)} metrics could`} not be read when last asked.` })}>
        A metric is what a bet moves and what the <AppLink className="link link-small" href="/goal">goal</AppLink> is measured by. Every value it was ever told is kept.
      </Freshness>
    </>
  );
}

function Kept({ metrics, state, onState }: { readonly metrics: readonly Metric[]; readonly state: Search['state']; readonly onState: (state: Search['state']) => void }): ReactNode {
  const [active, retired] = [metrics.filter((one) => one.state === 'active'), metrics.filter((one) => one.state === 'retired')];
  if (retired.length === 0) return <Section wide><MetricRows metrics={active} /></Section>;
  return (
    <Section wide>
      <Tabs label="Metrics by state" selected={state} onSelect={(id) => onState(id === 'retired' ? 'retired' : 'active')} items={[{ id: 'active', name: 'Kept', count: active.length }, { id: 'retired', name: 'Retired', count: retired.length }]}>
        <MetricRows metrics={state === 'active' ? active : retired} />
      </Tabs>
    </Section>
  );
}

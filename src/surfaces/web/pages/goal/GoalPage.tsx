// The one Product Goal: its sentence, its line, what leads to it, who agreed, what is left out; and the form when it is written or changed.
// A goal of the past is the same page by address: `?goal=G-1`.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { Answered } from '../../parts/Answered.tsx';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { useAsk } from '../../data/ask.ts';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Agreements } from './Agreements.tsx';
import { GoalEmpty } from './GoalEmpty.tsx';
import { GoalForm } from './GoalForm.tsx';
import { GoalHistory } from './GoalHistory.tsx';
import { GoalLead } from './GoalLead.tsx';
import { GoalLine } from './GoalLine.tsx';
import { GoalMeasure } from './GoalMeasure.tsx';
import { GoalNext } from './GoalNext.tsx';
import { GoalBets, GoalOutlook } from './GoalOutlook.tsx';
import { GoalTerms } from './GoalTerms.tsx';
import { GoalTree } from './GoalTree.tsx';
import type { Goal } from './goal-words.ts';
import { fanOf } from './outlook-words.ts';
import '../../parts/parts.css';
import './goal.css';

const read = (raw: RawSearch): { readonly goal: string | undefined } => ({ goal: typeof raw['goal'] === 'string' ? raw['goal'] : undefined });

export function GoalPage(): ReactNode {
  const [{ goal }, setSearch] = usePageSearch(read);
  const one = useAsk('goal.get', goal === undefined ? {} : { goal });
  const all = useAsk('goal.list', {});
  const workspace = useAsk('workspace.get', {});
  const [writing, setWriting] = useState<'new' | 'change'>();
  const show = (key: string | undefined): void => { setWriting(undefined); setSearch({ goal: key }, { push: true }); };
  const shown = one.data?.goal;
  useCommands([
    { id: 'goal.change', title: 'Change the goal', group: 'This goal', keys: 'e', when: () => writing === undefined && shown !== undefined && isOpen(shown), run: () => setWriting('change') },
    { id: 'goal.new', title: 'Draft another goal', group: 'This goal', keys: 'n', when: () => writing === undefined, run: () => setWriting('new') },
  ]);
  return (
    <Answered asked={one} shape="page" words="Reading the goal" kept="The goal is as it was.">
      {(answer) => (
        <Answered asked={workspace} shape="page" words="Reading the day">
          {(place) => {
            if (writing !== undefined || answer.goal === undefined) {
              const goalNow = writing === 'change' ? answer.goal : undefined;
              if (writing === undefined) return <GoalEmpty onWrite={() => setWriting('new')} goals={all.data?.goals ?? []} onShow={show} />;
              return <GoalForm key={goalNow?.id ?? 'new'} goal={goalNow} onDone={(kept) => { setWriting(undefined); if (kept !== undefined && writing === 'new') show(kept.key); }} />;
            }
            return <GoalView goal={answer.goal} goals={all.data?.goals ?? []} place={place} onChange={() => setWriting('change')} onNew={() => setWriting('new')} onShow={show} />;
          }}
        </Answered>
      )}
    </Answered>
  );
}

const isOpen = (goal: Goal): boolean => ['draft', 'proposed', 'active'].includes(goal.state);

interface ViewProps {
  readonly goal: Goal;
  readonly goals: readonly Goal[];
  readonly place: OutputOf<'workspace.get'>;
  readonly onChange: () => void;
  readonly onNew: () => void;
  readonly onShow: (key: string | undefined) => void;
}

function GoalView({ goal, goals, place, onChange, onNew, onShow }: ViewProps): ReactNode {
  const tree = useAsk('goal.tree', {}, { when: goal.state === 'active' });
  const asked = useAsk('goal.outlook', { goal: goal.id });
  const outlook = asked.data;
  const metrics = useAsk('metric.list', { state: 'all' }, { when: outlook?.metric !== undefined });
  const metric = metrics.data?.metrics.find(({ id }) => id === outlook?.metric);
  const fan = outlook === undefined ? undefined : fanOf(outlook, metric?.name ?? goal.metric ?? 'The metric');
  const others = goals.filter((one) => one.id !== goal.id);
  return (
    <>
      <GoalLead goal={goal} today={place.today} tree={tree.data} outlook={fan === undefined ? undefined : outlook} />
      {outlook !== undefined && fan !== undefined ? <GoalOutlook outlook={outlook} fan={fan} metric={metric} /> : <GoalLine goal={goal} today={place.today} />}
      {isOpen(goal) && outlook !== undefined && <GoalMeasure goal={goal} metric={outlook.metric} />}
      <GoalNext goal={goal} today={place.today} active={goals.find((one) => one.state === 'active')} tree={tree.data} onChange={onChange} onNew={onNew} onShow={onShow} />
      {goal.state === 'active' && outlook !== undefined && <GoalBets outlook={outlook} />}
      {goal.state === 'active' && <Answered asked={tree} shape="rows" words="Reading what leads to the goal">{(value) => <GoalTree goal={goal} tree={value} />}</Answered>}
      <Agreements goal={goal} today={place.today} />
      <GoalTerms goal={goal} onChange={isOpen(goal) ? onChange : undefined} />
      <GoalHistory goals={others} onShow={onShow} />
    </>
  );
}

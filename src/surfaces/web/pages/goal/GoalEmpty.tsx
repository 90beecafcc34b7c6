// No goal yet: what would stand here, the one step to it, and the form of the page in hairlines.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Note } from '../../ui/Note.tsx';
import { GoalHistory } from './GoalHistory.tsx';
import type { Goal } from './goal-words.ts';

export function GoalEmpty({ goals, onWrite, onShow }: { readonly goals: readonly Goal[]; readonly onWrite: () => void; readonly onShow: (key: string) => void }): ReactNode {
  useCommands([{ id: 'goal.next', title: 'Draft a goal', group: 'This goal', keys: 'Enter', priority: -1, run: onWrite }]);
  return (
    <>
      <EmptyState page sentence={goals.length === 0 ? 'No goal is written down. One goal at a time is what the backlog is measured against.' : 'No goal is open. The last one is closed; the next one gives the backlog its measure again.'}
        action={<Button kind="primary" command="goal.next" onPress={onWrite}>Draft a goal</Button>} form={<PageForm />}>
        It takes ten minutes: what will be different and for whom, the metric from and to, the dates, and at least one thing that is not being done. Until it is proposed only you are bound by it.
      </EmptyState>
      <GoalHistory goals={goals} onShow={onShow} />
      <Note title="An outcome, not an output"><p>“Launch the returns portal” can be done without anybody’s day getting better. “Shops know the same day why a parcel came back” cannot.</p></Note>
    </>
  );
}

function PageForm(): ReactNode {
  return (
    <svg className="chart goal-form" viewBox="0 0 520 190" width="520" height="190" role="img" aria-label="The form of the page: a line from the baseline to the target with today on it, and under it problems, bets and items.">
      <path d="M0 78H520" stroke="var(--line)" strokeDasharray="2 3" />
      <path d="M0 22H520M0 104H520" stroke="var(--line)" />
      <circle cx="190" cy="104" r="4" fill="var(--paper)" stroke="var(--line)" strokeWidth="1.5" />
      <text x="0" y="96">where it stands now</text>
      <text x="520" y="14" textAnchor="end">where it is to be, and by when</text>
      <text x="202" y="97">today</text>
      <path d="M6 128v50M6 148h14M6 178h14" stroke="var(--line)" fill="none" />
      <text x="28" y="152">a problem, whose it is</text>
      <text x="28" y="182">a bet, and the items that carry it</text>
    </svg>
  );
}

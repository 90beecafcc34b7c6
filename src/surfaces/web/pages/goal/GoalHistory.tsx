// Goals before this one, and drafts beside it, each with how it ended.
import type { ReactNode } from 'react';
import { dayShort } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { amount, type Goal } from './goal-words.ts';

export function GoalHistory({ goals, onShow }: { readonly goals: readonly Goal[]; readonly onShow: (key: string) => void }): ReactNode {
  if (goals.length === 0) return null;
  const closed = goals.filter((one) => one.closedAt !== undefined).length;
  return (
    <Section finding={closed === goals.length ? 'Goals before this one' : closed === 0 ? 'Other drafts and proposals' : 'Other goals'} wide>
      <ul className="rows goal-history">
        {goals.map((goal) => (
          <li key={goal.id} className="row goal-row">
            <span className="row-key">{goal.key}</span>
            <span className="goal-row-words"><Button kind="link" href={`/goal?goal=${goal.key}`} onPress={() => onShow(goal.key)}>{goal.statement}</Button>{goal.closedReason !== undefined && <span className="row-meta">“{goal.closedReason}”</span>}</span>
            <span className="row-meta">{goal.baseline !== undefined && goal.target !== undefined ? `${amount(goal.baseline, goal.unit)} → ${amount(goal.target, goal.unit)}` : 'no metric yet'}</span>
            <span className="row-meta goal-row-state"><b>{goal.state}</b> {dayShort(goal.closedAt ?? goal.updatedAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

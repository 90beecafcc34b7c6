// Which metric the goal is measured by: chosen out of those there are, or the way to the first one.
import type { ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { byKey } from '../../parts/by-key.ts';
import { Select } from '../../ui/Select.tsx';
import type { Goal } from './goal-words.ts';

const NONE = { id: 'none', name: 'No metric' };

/** `metric` is the id of the one chosen now. */
export function GoalMeasure({ goal, metric }: { readonly goal: Goal; readonly metric: string | undefined }): ReactNode {
  const metrics = useAsk('metric.list', {});
  const measure = useDo('goal.measure', { said: ({ metric: now }) => (now === undefined ? `${goal.key} is measured by no metric` : `${goal.key} is measured by ${metrics.data?.metrics.find(({ id }) => id === now)?.key ?? 'it'}`) });
  if (metrics.data === undefined) return null;
  const choices = metrics.data.metrics.toSorted(byKey).map(({ id, key, name }) => ({ id, name: `${key} ${name}` }));
  const chosen = metrics.data.metrics.find(({ id }) => id === metric);
  return (
    <div className="goal-measure">
      {choices.length === 0
        ? <p>{metric === undefined ? 'Nothing measures it yet: no metric is kept.' : null} <AppLink className="link link-small" href="/metrics">Paste the first metric</AppLink></p>
        : (
          <>
            <Select label="Measured by" choices={[NONE, ...choices]} value={metric ?? NONE.id} onChange={(id) => measure.mutate({ goal: goal.id, ...(id === NONE.id ? {} : { metric: id }) })} />
            <p>{chosen === undefined ? <AppLink className="link link-small" href="/metrics?add=1">Add a metric</AppLink> : <AppLink className="link link-small" href={`/metrics/${chosen.key}`}>{chosen.key}, its values and ships</AppLink>}</p>
          </>
        )}
      {measure.error !== null && <AskError error={measure.error} kept="The goal is measured as before." />}
    </div>
  );
}

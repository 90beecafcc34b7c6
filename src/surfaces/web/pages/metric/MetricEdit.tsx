// Changing a metric's words: name, unit, which way is good, after how many days without a value it counts as silent. Its values stay.
import { useState, type ReactNode } from 'react';
import { RefusedError, useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { Metric } from './metric-words.ts';
import { MetricFacts, type Facts } from './MetricFacts.tsx';

const DAYS = /^\s*([1-9]\d{0,2})\s*$/;

export function MetricEdit({ metric, onDone }: { readonly metric: Metric; readonly onDone: () => void }): ReactNode {
  const [facts, setFacts] = useState<Facts>({ name: metric.name, unit: metric.unit ?? '', direction: metric.direction, kind: metric.kind });
  const [silence, setSilence] = useState('');
  const change = useDo('metric.change', { said: ({ metric: now }) => `${now.key} is changed`, done: onDone });
  const taken = change.error instanceof RefusedError && change.error.code === 'metric_name_taken' ? change.error.message : undefined;
  const days = DAYS.exec(silence)?.[1];
  const wrong = silence.trim() !== '' && (days === undefined || Number(days) > 400);
  const name = taken ?? (facts.name.trim() === '' ? 'A metric needs a name.' : undefined);
  const keep = (): void => {
    if (facts.name.trim() === '' || wrong || change.isPending) return;
    const unit = facts.unit.trim();
    change.mutate({
      metric: metric.id, name: facts.name.trim(), ...(facts.direction === undefined ? {} : { direction: facts.direction }), ...(unit === '' ? {} : { unit }), ...(days === undefined ? {} : { staleAfter: Number(days) }),
      ...(unit === '' && metric.unit !== undefined ? { clear: ['unit' as const] } : {}),
    });
  };
  useCommands([
    { id: 'metric.keep', title: 'Keep the changes', group: 'This metric', keys: '$mod+Enter', run: keep },
    { id: 'metric.leave', title: 'Leave the form', group: 'This metric', keys: 'Escape', run: onDone },
  ]);
  return (
    <form className="metric-form" aria-label={`Change ${metric.key}`} onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <MetricFacts facts={facts} onFacts={(next) => { if (taken !== undefined) change.reset(); setFacts(next); }} errors={name === undefined ? {} : { name }} {...(metric.kind === 'rate' ? { kind: 'rate' as const } : {})} />
      <TextField label="Silent after so many days" optional short inputMode="numeric" hint="Where its values usually come late. Left empty it stays as it is; without any, two missing ones count." value={silence} onChange={setSilence} {...(wrong ? { error: 'A number of days from 1 to 400.' } : {})} />
      {change.error !== null && taken === undefined && <AskError error={change.error} kept="Nothing was changed; your words are still here." />}
      <p className="actions"><Button kind="primary" type="submit" command="metric.keep" busy={change.isPending}>Keep the changes</Button><Button kind="link" command="metric.leave" onPress={onDone}>Leave it</Button></p>
    </form>
  );
}

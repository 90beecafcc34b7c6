// The one thing to do with a metric now: read a source that fell silent, bring newer values, or mark what reached users.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { NextAction } from '../../ui/NextAction.tsx';
import { behindWords, type Metric } from './metric-words.ts';

export interface MetricNextProps {
  readonly metric: Metric;
  readonly ships: number;
  readonly onLoad: () => void;
  readonly onMark: () => void;
  readonly onRefresh: () => void;
  readonly refreshing: boolean;
}

export function MetricNext({ metric, ships, onLoad, onMark, onRefresh, refreshing }: MetricNextProps): ReactNode {
  const connected = metric.source.kind === 'url' || metric.source.kind === 'sql';
  const late = metric.stale || metric.failure !== undefined;
  const empty = metric.points === 0;
  const step = metric.state === 'retired' ? undefined : connected && (late || empty) ? 'refresh' : late ? 'load' : empty ? undefined : 'mark';
  const run = { refresh: onRefresh, load: onLoad, mark: onMark };
  useCommands([{ id: 'metric.next', title: 'Next step', group: 'This metric', keys: 'Enter', priority: -1, when: () => step !== undefined, run: () => { if (step !== undefined) run[step](); } }]);
  if (step === undefined) return null;
  const load = <Button kind="link" command="metric.load" onPress={onLoad}>Bring newer values</Button>;
  if (step === 'refresh') return <NextAction proposal="Read its source now." action={<Button kind="primary" command="metric.next" busy={refreshing} onPress={onRefresh}>Read it now</Button>} alternative={load}>{metric.failure === undefined ? `${sentence(behindWords(metric))}.` : `It brought nothing last time: ${metric.failure.sentence}`}</NextAction>;
  if (step === 'load') return <NextAction proposal="Bring its newer values." action={<Button kind="primary" command="metric.next" onPress={onLoad}>Bring newer values</Button>}>{sentence(behindWords(metric))}. Paste them or drop the file again; what is here already does not double.</NextAction>;
  return <NextAction proposal={ships === 0 ? 'Mark what reached users.' : 'Mark the next ship.'} action={<Button kind="primary" command="metric.next" onPress={onMark}>Mark a ship</Button>} alternative={load}>{ships === 0 ? 'A ship in the picture is what turns a line into a question: did it move?' : 'Every ship that may have moved it belongs in the picture, bet or not.'}</NextAction>;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

// The words of a metric: its name, its unit, which way is good, what kind of number it is. Judges nothing but what is missing.
import type { ReactNode } from 'react';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Metric } from './metric-words.ts';

export interface Facts {
  readonly name: string;
  readonly unit: string;
  readonly direction: Metric['direction'] | undefined;
  readonly kind: Metric['kind'];
}

const DIRECTIONS = [{ id: 'up', name: 'More is better' }, { id: 'down', name: 'Less is better' }];
const KINDS = [
  { id: 'level', name: 'An amount', hint: 'a duration, revenue, a score' },
  { id: 'count', name: 'A count of events', hint: 'orders, visits, calls' },
  { id: 'rate', name: 'A rate', hint: 'so many of so many' },
];

export interface MetricFactsProps {
  readonly facts: Facts;
  readonly onFacts: (facts: Facts) => void;
  /** Refusals beside their field. */
  readonly errors: { readonly name?: ReactNode; readonly direction?: ReactNode };
  /** The kind follows from the columns and is said instead of asked; undefined where it cannot be changed any more. */
  readonly kind?: 'rate' | 'plain' | undefined;
  readonly kindHint?: string | undefined;
}

export function MetricFacts({ facts, onFacts, errors, kind, kindHint }: MetricFactsProps): ReactNode {
  const error = (name: keyof typeof errors): { error?: ReactNode } => (errors[name] === undefined ? {} : { error: errors[name] });
  return (
    <>
      <TextField label="Name" hint="What it says of users, such as “Returns refunded within 48 hours”." value={facts.name} onChange={(name) => onFacts({ ...facts, name })} maxLength={200} {...error('name')} />
      <div className="metric-line">
        <Select label="Which way is good" choices={DIRECTIONS} value={facts.direction} onChange={(id) => onFacts({ ...facts, direction: id as Metric['direction'] })} {...error('direction')} />
        {kind === 'plain' && <Select label="What kind of number" choices={KINDS.filter(({ id }) => id !== 'rate')} value={facts.kind} onChange={(id) => onFacts({ ...facts, kind: id as Metric['kind'] })} />}
        {kind !== 'rate' && <TextField label="Unit" optional short placeholder="%, visits, ms" value={facts.unit} onChange={(unit) => onFacts({ ...facts, unit })} maxLength={40} />}
      </div>
      {kind === 'rate' && <p className="muted">It is a rate, so many of so many, and is said in per cent.</p>}
      {kindHint !== undefined && <p className="muted">{kindHint}</p>}
    </>
  );
}

// The words of a metric: its name, its unit, which way is good, what kind of number it is. Judges nothing but what is missing.
import { useId, type ReactNode } from 'react';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Metric } from './metric-words.ts';

export interface Facts {
  readonly name: string;
  readonly unit: string;
  readonly direction: Metric['direction'] | undefined;
  readonly kind: Metric['kind'];
}

const DIRECTIONS = [{ id: 'up', name: 'More is better' }, { id: 'down', name: 'Less is better' }] as const;
const KINDS = [
  { id: 'level', name: 'An amount' },
  { id: 'count', name: 'A count of events' },
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
  const group = useId();
  return (
    <>
      <TextField label="Name" hint="What it says of users, such as “Returns refunded within 48 hours”." value={facts.name} onChange={(name) => onFacts({ ...facts, name })} maxLength={200} {...(errors.name === undefined ? {} : { error: errors.name })} />
      <fieldset className="metric-way" aria-describedby={errors.direction === undefined ? undefined : `${group}-error`}>
        <legend className="field-label">Which way is good</legend>
        {DIRECTIONS.map(({ id, name }) => (
          <label key={id} className="metric-choice"><input type="radio" name={group} value={id} checked={facts.direction === id} onChange={() => onFacts({ ...facts, direction: id })} />{name}</label>
        ))}
        {errors.direction !== undefined && <p className="field-error" id={`${group}-error`} role="alert">{errors.direction}</p>}
      </fieldset>
      <div className="metric-line">
        {kind === 'plain' && <Select label="What kind of number" choices={KINDS} value={facts.kind} onChange={(id) => onFacts({ ...facts, kind: id as Metric['kind'] })} />}
        {kind !== 'rate' && <TextField label="Unit" optional short placeholder="%, visits, ms" value={facts.unit} onChange={(unit) => onFacts({ ...facts, unit })} maxLength={40} />}
      </div>
      {kind === 'rate' && <p className="muted">It is a rate, so many of so many, and is said in per cent.</p>}
      {kindHint !== undefined && <p className="muted">{kindHint}</p>}
    </>
  );
}

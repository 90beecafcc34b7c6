// Saying a probability: a slider in steps of five on the axis where the base rate already stands, and a number for what lies between.
// Refuses to suggest one: until something is said the handle is hollow.
import { useId, type ReactNode } from 'react';
import { Measured } from '../../charts/Measured.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { numberIn } from './bet-measure.ts';
import { BeliefAxis, type BeliefData } from './BeliefAxis.tsx';

export interface ProbabilityFieldProps {
  readonly label: string;
  /** Per cent as typed; '' while nothing is said. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly base: BeliefData['base'];
  readonly others?: BeliefData['beliefs'];
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly name?: string;
  /** The slider takes the focus when it appears: for a form that was just opened. */
  readonly autoFocus?: boolean;
}

export function ProbabilityField({ label, value, onChange, base, others = [], hint, error, name, autoFocus = false }: ProbabilityFieldProps): ReactNode {
  const id = useId();
  const typed = numberIn(value);
  const share = typed !== undefined && typed >= 1 && typed <= 99 ? typed / 100 : undefined;
  const beliefs = share === undefined ? others : [...others, { id: 'you', name: 'you', probability: share, mine: true }];
  const slide = (percent: number): void => onChange(String(Math.min(99, Math.max(1, percent))));
  return (
    <div className="belief-field">
      <div className="belief-entry">
        <Measured>{(frame) => <BeliefAxis data={{ base, beliefs }} frame={frame} />}</Measured>
        <input type="range" id={id} className="belief-slider" autoFocus={autoFocus} min={0} max={100} step={5} value={share === undefined ? 50 : Math.round(share * 20) * 5} data-unsaid={share === undefined ? '' : undefined}
          aria-label={`${label}, in steps of five`} aria-valuetext={share === undefined ? 'nothing said yet' : `${value}%`} onChange={(event) => slide(Number(event.target.value))} />
      </div>
      <TextField label={label} hint={hint} value={value} onChange={onChange} short inputMode="decimal" name={name} {...(error === undefined ? {} : { error })} />
    </div>
  );
}

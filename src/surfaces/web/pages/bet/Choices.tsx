// One choice out of two or three, all of them in sight; and several out of a few. The platform's own radios and boxes on one line.
import { useId, type ReactNode } from 'react';

export interface ChoicesProps<Id extends string> {
  readonly label: string;
  readonly name: string;
  readonly choices: readonly { readonly id: Id; readonly name: string; readonly hint?: string }[];
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export function Choices<Id extends string>({ label, name, choices, value, onChange, hint, disabled = false }: ChoicesProps<Id>): ReactNode {
  const id = useId();
  return (
    <fieldset className="field choices" aria-describedby={hint === undefined ? undefined : `${id}-hint`} data-field={name}>
      <legend className="field-label">{label}</legend>
      {hint !== undefined && <p className="field-hint" id={`${id}-hint`}>{hint}</p>}
      <div className="choice-line">
        {choices.map((choice) => (
          <label key={choice.id} className="choice">
            <input type="radio" name={`${id}-${name}`} value={choice.id} checked={choice.id === value} disabled={disabled} onChange={() => onChange(choice.id)} />
            <span>{choice.name}{choice.hint !== undefined && <span className="choice-hint">{choice.hint}</span>}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

// One line or several lines of typed text, with label, hint and refusal. The refusal is a sentence under the field, never colour alone.
import { useId, type ReactNode } from 'react';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** Present means the value was refused. */
  readonly error?: ReactNode;
  readonly optional?: boolean;
  readonly multiline?: boolean;
  readonly disabled?: boolean;
  readonly short?: boolean;
  readonly placeholder?: string | undefined;
  readonly type?: 'text' | 'search' | 'url' | 'email' | 'password';
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | undefined;
  readonly autoFocus?: boolean;
  readonly name?: string | undefined;
  readonly maxLength?: number | undefined;
  /** Offered while typing, as the platform does; anything else may be typed too. */
  readonly suggestions?: readonly string[] | undefined;
}

export function TextField({ label, value, onChange, hint, error, optional = false, multiline = false, disabled = false, short = false, placeholder, type = 'text', inputMode, autoFocus = false, name, maxLength, suggestions }: TextFieldProps): ReactNode {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const common = {
    id, name, value, disabled, placeholder, autoFocus, maxLength,
    className: short ? 'input input-short' : 'input',
    'aria-describedby': described,
    'aria-invalid': error !== undefined ? true : undefined,
    'data-invalid': error !== undefined ? '' : undefined,
    required: undefined,
  } as const;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}{optional && <span className="field-optional"> optional</span>}</label>
      {hint !== undefined && <p className="field-hint" id={`${id}-hint`}>{hint}</p>}
      {multiline
        ? <textarea {...common} onChange={(event) => onChange(event.target.value)} />
        : <input {...common} type={type} inputMode={inputMode} list={suggestions === undefined ? undefined : `${id}-list`} onChange={(event) => onChange(event.target.value)} />}
      {suggestions !== undefined && <datalist id={`${id}-list`}>{suggestions.map((one) => <option key={one} value={one}>{one}</option>)}</datalist>}
      {error !== undefined && <p className="field-error" id={`${id}-error`} role="alert">{error}</p>}
    </div>
  );
}

// A calendar day, as the text `YYYY-MM-DD` that the rest of the house uses. The platform's own field: its segments, picker and
// words are the ones a person knows, in their language, at no cost in script.
import { useId, type ReactNode } from 'react';

/** `value` '' means no day yet. `onChange` gets '' while what is typed is not a whole day. `min` and `max` are days. */
export function DateField({ label, value, onChange, min, max, hint, error, disabled = false }: { readonly label: string; readonly value: string; readonly onChange: (day: string) => void; readonly min?: string | undefined; readonly max?: string | undefined; readonly hint?: ReactNode; readonly error?: ReactNode; readonly disabled?: boolean }): ReactNode {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      {hint !== undefined && <p className="field-hint" id={`${id}-hint`}>{hint}</p>}
      <input id={id} type="date" className="input" value={value} min={min} max={max} disabled={disabled} aria-describedby={described}
        aria-invalid={error !== undefined ? true : undefined} data-invalid={error !== undefined ? '' : undefined} onChange={(event) => onChange(event.target.value)} />
      {error !== undefined && <p className="field-error" id={`${id}-error`} role="alert">{error}</p>}
    </div>
  );
}

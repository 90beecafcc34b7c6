// A box to tick, with a target of 28 px and its words. `indeterminate` says that some of many are chosen. The platform's own input: a list
// draws a hundred of them before the next frame.
import type { ReactNode } from 'react';

/** Give `children` (the words) or, inside a row that carries them, `label`. */
export function Checkbox({ selected, onChange, children, label, indeterminate = false, disabled = false }: { readonly selected: boolean; readonly onChange: (selected: boolean) => void; readonly children?: ReactNode; readonly label?: string | undefined; readonly indeterminate?: boolean; readonly disabled?: boolean }): ReactNode {
  return (
    <label className="check" data-selected={selected || undefined} data-indeterminate={indeterminate || undefined} data-disabled={disabled || undefined}>
      <input type="checkbox" className="check-input" checked={selected} disabled={disabled} aria-label={label} onChange={(event) => onChange(event.target.checked)} ref={(input) => { if (input !== null) input.indeterminate = indeterminate; }} />
      <span className="check-box" aria-hidden="true">
        <svg viewBox="0 0 11 11"><path d={indeterminate ? 'M2 5.5h7' : 'M1.5 5.8l2.7 2.7 5.3-6'} fill="none" stroke="currentColor" strokeWidth="1.8" /></svg>
      </span>
      {children}
    </label>
  );
}

// Own, share, hand off or decline: one choice out of four, all in sight, each with what it means.
import { useId, type ReactNode } from 'react';
import { STANCES, type Stance } from '../../../../domain/line/charter.ts';
import { STANCE_NAMES } from './line-words.ts';

const MEANS: Readonly<Record<Stance, string>> = {
  own: 'It is yours.', share: 'With somebody.', hand_off: 'To somebody, by a day.', decline: 'Somebody accepts what follows.',
};

export function StanceChoice({ value, onChange, legend, error, autoFocus = false }: { readonly value: Stance | undefined; readonly onChange: (stance: Stance) => void; readonly legend: string; readonly error?: string | undefined; readonly autoFocus?: boolean }): ReactNode {
  const id = useId();
  return (
    <fieldset className="stances" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className="field-label">{legend}</legend>
      <div className="stance-line">
        {STANCES.map((stance, at) => (
          <label key={stance} className="stance">
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was opened to answer exactly this */}
            <input type="radio" name={id} checked={value === stance} autoFocus={autoFocus && (value === stance || (value === undefined && at === 0))} onChange={() => onChange(stance)} />
            <span>{STANCE_NAMES[stance]}<span className="stance-hint">{MEANS[stance]}</span></span>
          </label>
        ))}
      </div>
      {error !== undefined && <p className="field-error" id={`${id}-error`} role="alert">{error}</p>}
    </fieldset>
  );
}

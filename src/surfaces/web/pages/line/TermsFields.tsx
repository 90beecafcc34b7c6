// What a stance asks for: with whom, to whom and by when, or who accepts it; the weekly budget with the room it leaves; and which budget
// falls when there is none. Judged live by the same sums as on the server.
import type { ReactNode } from 'react';
import { levelWords } from '../../../../domain/line/charter.ts';
import type { Kind } from '../../../../domain/attention/kinds.ts';
import { hoursShort } from '../../charts/attention/hours.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Select, type Choice } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { candidates, roomAfter, WHO_LABELS, type RowErrors, type RowText } from './charter-text.ts';
import { roomWords, type Capacity, type CharterRow } from './line-words.ts';

export interface TermsFieldsProps {
  readonly row: Pick<CharterRow, 'kind' | 'name' | 'budgetMinutes'>;
  readonly text: RowText;
  readonly onText: (text: RowText) => void;
  readonly charter: readonly CharterRow[];
  readonly capacity: Capacity;
  readonly errors: RowErrors;
  /** The first field takes the focus. */
  readonly autoFocus?: boolean;
}

const LEVELS: readonly Choice[] = [5, 6, 7].map((level) => ({ id: String(level), name: `${level}: ${levelWords(level)}` }));

export function TermsFields({ row, text, onText, charter, capacity, errors, autoFocus = false }: TermsFieldsProps): ReactNode {
  const who = text.stance === undefined ? undefined : WHO_LABELS[text.stance];
  const room = roomAfter(text, row, capacity);
  const asks = Object.keys(text.from).length > 0 || errors.from !== undefined;
  const set = (patch: Partial<RowText>): void => onText({ ...text, ...patch });
  return (
    <>
      <div className="terms-line">
        {who !== undefined && <TextField label={who.label} hint={who.hint} optional={text.stance === 'decline'} value={text.who} onChange={(value) => set({ who: value })} maxLength={200} autoFocus={autoFocus} {...(errors.who === undefined ? {} : { error: errors.who })} />}
        {text.stance === 'hand_off' && <>
          <DateField label="By" hint="The day it changes hands." value={text.by} onChange={(by) => set({ by })} {...(errors.by === undefined ? {} : { error: errors.by })} />
          <Select label="Who decides then" hint="Seen from where you stand." choices={LEVELS} value={text.level} onChange={(level) => set({ level })} />
        </>}
        <TextField label="Hours a week" optional short inputMode="decimal" hint="Empty is no budget." value={text.budget} onChange={(budget) => set({ budget })} autoFocus={autoFocus && who === undefined}
          {...(errors.budget === undefined ? {} : { error: errors.budget })} />
      </div>
      <p className="terms-room" role="status">{room === undefined ? 'Hours a week, such as 2 or 1.5.' : `With that, ${roomWords(room)}.`}</p>
      {asks && <Falls row={row} text={text} onText={onText} charter={charter} short={room === undefined || room >= 0 ? 0 : -room} error={errors.from} />}
    </>
  );
}

/** Budgets are zero-sum: these could fall. */
function Falls({ row, text, onText, charter, short, error }: Pick<TermsFieldsProps, 'row' | 'text' | 'onText' | 'charter'> & { readonly short: number; readonly error: string | undefined }): ReactNode {
  const others = candidates(charter, row.kind, text);
  const fall = (kind: Kind) => (value: string): void => onText({ ...text, from: { ...text.from, [kind]: value } });
  if (others.length === 0) return <p className="terms-falls-none">There is no other budget that could fall. Protect less focus, or ask for less.</p>;
  return (
    <fieldset className="terms-falls" aria-label="Which budget falls">
      <legend>{short > 0 ? `Which falls? ${hoursShort(short)} ${hoursShort(short) === '1' ? 'hour' : 'hours'} a week have to come from somewhere.` : 'Then there is room for it.'}</legend>
      <div className="terms-line">
        {others.map((other) => <TextField key={other.kind} short inputMode="decimal" label={`${other.name} by`} hint={`It has ${hoursShort(other.budgetMinutes ?? 0)} a week.`} value={text.from[other.kind] ?? ''} onChange={fall(other.kind)} />)}
      </div>
      {error !== undefined && <p className="field-error" role="alert">{error}</p>}
    </fieldset>
  );
}

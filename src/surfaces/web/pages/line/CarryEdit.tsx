// What was written down about a carry, changed in its row. Everything but minutes, kind and what may be left open.
import { useState, type ReactNode } from 'react';
import type { InputOf } from '../../../../contract/index.ts';
import { kindNamed } from '../../../../domain/attention/kinds.ts';
import { REASON_WORDS, REASONS } from '../../../../domain/line/carry.ts';
import { LINE_KINDS } from '../../../../domain/line/charter.ts';
import { useDo } from '../../data/ask.ts';
import { hoursField, minutesIn } from '../../data/duration.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Carry } from './carry-words.ts';

type Change = InputOf<'carry.change'>;
type Open = NonNullable<Change['clear']>[number];

const KINDS = LINE_KINDS.map((kind) => ({ id: kind as string, name: kindNamed(kind).name }));
const NONE = '-';
const REASON_CHOICES = [{ id: NONE, name: 'not said' }, ...REASONS.map((id) => ({ id: id as string, name: REASON_WORDS[id] }))];
const MODE_CHOICES = [{ id: NONE, name: 'not said' }, { id: 'chosen', name: 'chosen' }, { id: 'pressed', name: 'pressed' }];
const OPEN = ['askedBy', 'topic', 'reason', 'mode', 'seenBy', 'ifLeft', 'bet'] as const satisfies readonly Open[];

function textOf(carry: Carry) {
  return {
    what: carry.what, minutes: hoursField(carry.minutes), kind: carry.kind as string, on: carry.on as string, askedBy: carry.askedBy ?? '', topic: carry.topic ?? '', reason: carry.reason as string ?? NONE, mode: carry.mode as string ?? NONE, seenBy: carry.seenBy ?? '', ifLeft: carry.ifLeft ?? '', bet: carry.bet?.key ?? '',
  };
}

/** Only what differs; what was emptied is cleared. */
function changeInput(carry: Carry, text: ReturnType<typeof textOf>): Change {
  const before = textOf(carry);
  const minutes = minutesIn(text.minutes);
  const emptied = OPEN.filter((field) => before[field] !== text[field] && ['', NONE].includes(text[field].trim()));
  const given = OPEN.filter((field) => before[field] !== text[field] && !['', NONE].includes(text[field].trim())).map((field) => [field, text[field].trim()]);
  return {
    carry: carry.id, ...(text.what.trim() === before.what ? {} : { what: text.what.trim() }), ...(minutes === undefined || minutes === carry.minutes ? {} : { minutes }), ...(text.kind === before.kind && !carry.kindGuessed ? {} : { kind: text.kind as Carry['kind'] }),
    ...(text.on === '' || text.on === before.on ? {} : { on: text.on }), ...Object.fromEntries(given), ...(emptied.length === 0 ? {} : { clear: emptied }),
  };
}

export function CarryEdit({ carry, today, onDone }: { readonly carry: Carry; readonly today: string; readonly onDone: () => void }): ReactNode {
  const [text, setText] = useState(() => textOf(carry));
  const change = useDo('carry.change', { said: ({ says }) => says, done: onDone });
  const minutes = minutesIn(text.minutes);
  const wrong = minutes === undefined || minutes < 1 || minutes > 1440;
  const set = (patch: Partial<typeof text>): void => setText({ ...text, ...patch });
  const keep = (): void => { if (!wrong && text.what.trim() !== '' && !change.isPending) change.mutate(changeInput(carry, text)); };
  useCommands([
    { id: 'carry.keep', title: 'Keep the change', group: 'Carries', keys: '$mod+Enter', priority: 1, run: keep },
    { id: 'carry.leave', title: 'Leave it as it was', group: 'Carries', keys: 'Escape', priority: 1, run: onDone },
  ]);
  return (
    <form className="carry-edit" aria-label={`Change: ${carry.what}`} onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <div className="terms-line">
        <TextField label="What" value={text.what} onChange={(what) => set({ what })} maxLength={1000} autoFocus {...(text.what.trim() === '' ? { error: 'A few words are needed.' } : {})} />
        <TextField label="How long" short value={text.minutes} onChange={(next) => set({ minutes: next })} {...(wrong ? { error: 'Such as 45m or 1.5h, a day at most.' } : {})} />
        <Select label="Kind" choices={KINDS} value={text.kind} onChange={(kind) => set({ kind })} />
        <DateField label="Day" value={text.on} max={today} onChange={(on) => set({ on })} />
      </div>
      <div className="terms-line">
        <TextField label="Asked by" optional value={text.askedBy} onChange={(askedBy) => set({ askedBy })} maxLength={200} />
        <TextField label="About" optional hint="The same words where the same comes again." value={text.topic} onChange={(topic) => set({ topic })} maxLength={200} />
        <Select label="Why it was you" choices={REASON_CHOICES} value={text.reason} onChange={(reason) => set({ reason })} />
        <Select label="Chosen or pressed" choices={MODE_CHOICES} value={text.mode} onChange={(mode) => set({ mode })} />
      </div>
      <div className="terms-line">
        <TextField label="Seen by" optional hint="Who noticed that it was done." value={text.seenBy} onChange={(seenBy) => set({ seenBy })} maxLength={200} />
        <TextField label="Had it been left" optional value={text.ifLeft} onChange={(ifLeft) => set({ ifLeft })} maxLength={500} />
        <TextField label="For bet" optional short placeholder="B-12" value={text.bet} onChange={(bet) => set({ bet })} maxLength={60} />
      </div>
      {change.error !== null && <AskError error={change.error} kept="It is as it was; what you typed is still here." />}
      <p className="actions"><Button type="submit" command="carry.keep" busy={change.isPending}>Keep it</Button><Button kind="link" command="carry.leave" onPress={onDone}>Leave it</Button></p>
    </form>
  );
}

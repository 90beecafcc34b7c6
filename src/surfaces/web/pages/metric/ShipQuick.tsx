// Marking a ship in one line: what reached users, on which day. Which bet it was is asked once, afterwards.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';

export interface ShipQuickProps {
  readonly today: string;
  /** The metric beside which it is marked; without one it may have moved any. */
  readonly metric?: { readonly id: string; readonly name: string } | undefined;
  /** Counts up each time the form is to take the focus. */
  readonly focus?: number;
}

export function ShipQuick({ today, metric, focus = 0 }: ShipQuickProps): ReactNode {
  const [title, setTitle] = useState('');
  const [day, setDay] = useState(today);
  const [only, setOnly] = useState(false);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const add = useDo('ship.add', { said: ({ ship }) => `${ship.key} is marked`, done: () => { setTitle(''); setTried(false); form.current?.querySelector('input')?.focus(); } });
  useEffect(() => { if (focus > 0) { form.current?.scrollIntoView({ block: 'center' }); form.current?.querySelector('input')?.focus(); } }, [focus]);
  const missing = { title: title.trim() === '', day: day === '' || day > today };
  const keep = (): void => {
    setTried(true);
    if (missing.title || missing.day || add.isPending) return;
    add.mutate({ title: title.trim(), shippedOn: day, ...(only && metric !== undefined ? { metrics: [metric.id] } : {}) });
  };
  return (
    <form ref={form} className="ship-quick" aria-label="Mark a ship" onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <div className="ship-line">
        <TextField label="What reached users" placeholder="Reason codes on labels" value={title} onChange={(words) => { setTitle(words); if (tried) setTried(false); }} maxLength={300} {...(tried && missing.title ? { error: 'A ship needs words.' } : {})} />
        <DateField label="On" value={day} onChange={setDay} max={today} {...(missing.day ? { error: day === '' ? 'It needs a day.' : 'That day is still to come.' } : {})} />
        <Button type="submit" busy={add.isPending}>Mark it</Button>
      </div>
      {metric !== undefined && <Checkbox selected={only} onChange={setOnly}>It can have moved this metric only</Checkbox>}
      {add.error !== null && <AskError error={add.error} kept="Nothing was marked; your words are still here." />}
    </form>
  );
}

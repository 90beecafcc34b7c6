// What there is to give: working hours less protected focus less all budgets, and changing how much focus is protected.
import { useState, type ReactNode } from 'react';
import { hoursShort } from '../../charts/attention/hours.ts';
import { useDo } from '../../data/ask.ts';
import { hoursField, minutesIn } from '../../data/duration.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { FiguresSaid } from '../../parts/FiguresSaid.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { WhyBody } from '../../ui/WhyBody.tsx';
import type { Capacity } from './line-words.ts';

export function CapacityLine({ capacity }: { readonly capacity: Capacity }): ReactNode {
  const [changing, setChanging] = useState(false);
  return (
    <div className="capacity">
      <p><FiguresSaid id="room" says={capacity.says} explain={<RoomWhy capacity={capacity} />} /> {!changing && <Button kind="link" small onPress={() => setChanging(true)}>Protect more or less focus</Button>}</p>
      {changing && <Protect capacity={capacity} onDone={() => setChanging(false)} />}
    </div>
  );
}

function Protect({ capacity, onDone }: { readonly capacity: Capacity; readonly onDone: () => void }): ReactNode {
  const [typed, setTyped] = useState(hoursField(capacity.protectedMinutes));
  const protect = useDo('line.protect', { said: ({ capacity: now }) => `${hoursShort(now.protectedMinutes)} hours a week are protected`, done: onDone });
  const minutes = minutesIn(typed);
  return (
    <form className="terms-line capacity-form" aria-label="Protected focus" onSubmit={(event) => { event.preventDefault(); if (minutes !== undefined && !protect.isPending) protect.mutate({ minutes }); }}>
      <TextField label="Protected focus a week" short inputMode="decimal" hint="Hours that no budget may take." value={typed} onChange={setTyped} autoFocus {...(minutes === undefined ? { error: 'Hours, such as 8.' } : {})} />
      <p className="actions"><Button type="submit" disabled={minutes === undefined} busy={protect.isPending}>Protect it</Button><Button kind="link" onPress={onDone}>Leave it</Button></p>
      {protect.error !== null && <AskError error={protect.error} kept="It is as it was." />}
    </form>
  );
}

function RoomWhy({ capacity }: { readonly capacity: Capacity }): ReactNode {
  return (
    <WhyBody number={`${hoursShort(capacity.roomMinutes)} h`} of="a week that can still be given to a budget"
      formula={<p className="formula">{hoursShort(capacity.weeklyMinutes)} − {hoursShort(capacity.protectedMinutes)} − {hoursShort(capacity.budgetedMinutes)} = <b>{hoursShort(capacity.roomMinutes)}</b></p>}
      rows={{
        columns: [{ id: 'what', head: 'What', rowHead: true, cell: (one: readonly [string, number]) => one[0] }, { id: 'hours', head: 'Hours a week', right: true, cell: (one: readonly [string, number]) => hoursShort(one[1]) }],
        rows: [['Declared working hours', capacity.weeklyMinutes], ['Protected focus', capacity.protectedMinutes], ['All budgets', capacity.budgetedMinutes]] as const, rowKey: ([what]) => what,
      }}
      leftOut="Days off, which make a week shorter but not the line." computed={<>From your working hours, which you set in <AppLink className="link-row" href="/calendars#whose">Calendars</AppLink>. <AppLink className="link link-small" href="/formulas/line-budgets">How it is worked out</AppLink></>} />
  );
}

// The calendars that are kept, as a working list: where each comes from, how fresh it is, how much it holds, what of it was not read. A row
// opens in its place.
import { useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { count } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { Rows } from '../../ui/Rows.tsx';
import { broughtWords, scheduleWords, type Calendar } from './calendar-words.ts';
import { CalendarOpen } from './CalendarOpen.tsx';

export function CalendarRows({ calendars }: { readonly calendars: readonly Calendar[] }): ReactNode {
  const [open, setOpen] = useState<string>();
  const refresh = useDo('calendar.refresh', { said: ({ calendar }) => `${calendar.name} was read: ${calendar.brought === undefined ? 'nothing new' : broughtWords(calendar.brought)}` });
  const toggle = (at: number): void => setOpen((before) => (before === calendars[at]?.id ? undefined : calendars[at]?.id));
  const read = (at: number): void => { const one = calendars[at]; if (one?.connected === true) refresh.mutate({ calendar: one.id }); };
  const keys = useRowKeys({ name: 'calendars', group: 'Calendars', count: calendars.length, actions: [
    { keys: 'Enter', title: 'Open or close the calendar', run: toggle },
    { keys: 'r', title: 'Read it now', run: read, when: (at) => calendars[at]?.connected === true && !refresh.isPending },
  ] });
  return (
    <Rows items={calendars} itemKey={({ id }) => id} keys={keys} label="Kept calendars" className="calendar-row" onRow={toggle} rowLabel={({ name, fresh, failure }) => `${name}, ${failure === undefined ? fresh.says : 'could not be read'}`}
      head={<><span>Calendar</span><span>Comes from</span><span>How fresh</span><span className="right">Events</span><span className="right">Not read</span><span /></>}>
      {(one, at) => (
        <>
          <span className="row-title"><b>{one.name}</b>{!one.counted && <span className="muted"> does not count</span>}</span>
          <span className="row-meta calendar-from">{one.says}{one.connected && `, ${scheduleWords(one.schedule)}`}</span>
          <span className="row-meta calendar-fresh">{one.reading !== undefined ? `Reading: ${one.reading.phase}${one.reading.share === undefined ? '' : `, ${Math.round(one.reading.share * 100)}%`}` : one.failure !== undefined ? <b>could not be read</b> : one.fresh.stale ? <b>{one.fresh.says}</b> : one.fresh.says}</span>
          <span className="right tabular calendar-events"><span className="only-narrow">events </span>{count(one.events)}</span>
          <span className="right tabular calendar-unread">{one.unread === 0 ? <span className="muted">0</span> : <><span className="only-narrow">not read </span>{count(one.unread)}</>}</span>
          <span className="right"><Button kind="link" small expanded={open === one.id} label={`${open === one.id ? 'Close' : 'Open'} ${one.name}`} onPress={() => toggle(at)}>{open === one.id ? 'Close' : 'Open'}</Button></span>
          {open === one.id && <CalendarOpen calendar={one} busy={refresh.isPending} error={refresh.variables?.calendar === one.id ? refresh.error : null} onRefresh={() => read(at)} />}
        </>
      )}
    </Rows>
  );
}

// One kept calendar, opened in its row: reading it now, its name, rhythm and whether it counts, a newer file or address for it, what of it
// was not read, and taking it away.
import { useState, type ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { timeWords } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AddFeed } from './AddFeed.tsx';
import { AddFiles } from './AddFiles.tsx';
import { broughtWords, SCHEDULES, scheduleWords, type Calendar } from './calendar-words.ts';
import { UnreadPlaces } from './UnreadPlaces.tsx';

export interface CalendarOpenProps {
  readonly calendar: Calendar;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onRefresh: () => void;
}

export function CalendarOpen({ calendar, busy, error, onRefresh }: CalendarOpenProps): ReactNode {
  const [name, setName] = useState(calendar.name);
  const [newer, setNewer] = useState(false);
  const change = useDo('calendar.change', { said: ({ calendar: now }) => `${now.name}: ${now.counted ? 'counts' : 'does not count'}${now.connected ? `, ${scheduleWords(now.schedule)}` : ''}` });
  const remove = useDo('calendar.remove', { said: ({ says }) => says });
  const rename = (): void => { if (name.trim() !== '' && name.trim() !== calendar.name) change.mutate({ calendar: calendar.id, name: name.trim() }); };
  return (
    <div className="calendar-open stack">
      {calendar.failure !== undefined && <p className="calendar-failure"><b>{timeWords(calendar.failure.at)}: it brought nothing.</b> {calendar.failure.sentence} What was there before still counts.{calendar.nextReadAt !== undefined && ` Trying again ${timeWords(calendar.nextReadAt)}.`}</p>}
      <p className="actions">
        {calendar.connected && <Button busy={busy} onPress={onRefresh}>{busy ? 'Reading it' : 'Read it now'}</Button>}
        <span className="muted">{calendar.readAt !== undefined && <>Last read {timeWords(calendar.readAt)}{calendar.brought !== undefined && `: ${broughtWords(calendar.brought)}`}. </>}{calendar.failure === undefined && calendar.nextReadAt !== undefined && <>Next {timeWords(calendar.nextReadAt)}.</>}</span>
      </p>
      {error !== null && <AskError error={error} kept="What was there before still counts." />}
      <form className="calendar-line" aria-label={`Change ${calendar.name}`} onSubmit={(event) => { event.preventDefault(); rename(); }}>
        <TextField label="Name" value={name} onChange={setName} maxLength={200} {...(name.trim() === '' ? { error: 'A calendar needs a name.' } : {})} />
        {calendar.connected && <Select label="Read it" choices={SCHEDULES} value={calendar.schedule} onChange={(schedule) => change.mutate({ calendar: calendar.id, schedule: schedule as Calendar['schedule'] })} />}
        <div className="calendar-counts"><Checkbox selected={calendar.counted} onChange={(counted) => change.mutate({ calendar: calendar.id, counted })}>Its events count in the ledger</Checkbox></div>
        {name.trim() !== calendar.name && name.trim() !== '' && <Button type="submit" busy={change.isPending}>Keep the name</Button>}
      </form>
      {change.error !== null && <AskError error={change.error} kept="The calendar is as it was." />}
      {newer && (calendar.kind === 'feed' ? <AddFeed calendar={calendar.id} onDone={() => setNewer(false)} /> : <AddFiles calendar={calendar.id} title={`Drop a later export of ${calendar.name} here.`} onAdded={() => setNewer(false)} />)}
      {calendar.unread > 0 && <Unread calendar={calendar} />}
      {remove.error !== null && <AskError error={remove.error} kept="The calendar is still here." />}
      <p className="actions">
        {!newer && (calendar.kind === 'feed' || calendar.kind === 'file') && <Button kind="link" onPress={() => setNewer(true)}>{calendar.kind === 'feed' ? 'Its address was replaced' : 'Bring a later export'}</Button>}
        <Button kind="link" busy={remove.isPending} onPress={() => remove.mutate({ calendar: calendar.id })}>Take it away</Button>
      </p>
    </div>
  );
}

function Unread({ calendar }: { readonly calendar: Calendar }): ReactNode {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const asked = useAsk('calendar.get', { calendar: calendar.id, limit: 25, ...(cursor === undefined ? {} : { cursor }) }, { keep: true });
  return (
    <Answered asked={asked} words="Reading what was left">
      {({ unread, nextCursor }) => (
        <UnreadPlaces unread={unread} total={calendar.unread} more={(cursors.length > 0 || nextCursor !== undefined) && (
          <p className="row-foot">
            {cursors.length > 0 && <Button kind="link" small onPress={() => setCursors(cursors.slice(0, -1))}>Page before</Button>}
            {nextCursor !== undefined && <Button kind="link" small onPress={() => setCursors([...cursors, nextCursor])}>Next page</Button>}
          </p>
        )} />
      )}
    </Answered>
  );
}

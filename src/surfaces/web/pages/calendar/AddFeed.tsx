// A calendar by its secret address: pasted, read once at once, and from then on by itself. The address is a key and is never shown again.
import { useState, type ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { broughtWords, feedError, SCHEDULES, scheduleWords, type Calendar } from './calendar-words.ts';
import { PROVIDERS } from './feed-help.ts';
import { ProviderHelp } from './ProviderHelp.tsx';

/** `calendar` gives one that is kept this address. */
export function AddFeed({ calendar, onDone }: { readonly calendar?: string | undefined; readonly onDone: (calendar: Calendar) => void }): ReactNode {
  const [address, setAddress] = useState('');
  const [schedule, setSchedule] = useState<Calendar['schedule']>('hourly');
  const [tried, setTried] = useState(false);
  const connect = useDo('calendar.connect', { said: ({ calendar: now }) => `${now.name} is ${scheduleWords(now.schedule)}${now.brought === undefined ? '' : `; ${broughtWords(now.brought)}`}`, done: ({ calendar: now }) => onDone(now) });
  const error = feedError(address);
  const keep = (): void => {
    setTried(true);
    if (error === undefined && !connect.isPending) connect.mutate({ feed: { address: address.trim() }, schedule, ...(calendar === undefined ? {} : { calendar }) });
  };
  useCommands([{ id: 'calendar.keep', title: 'Keep the calendar', group: 'Calendars', keys: '$mod+Enter', run: keep }]);
  return (
    <form className="stack" aria-label="A secret address" onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <TextField label="The secret address" type="password" hint="It ends in .ics. Kept encrypted, sent to its own server only, and never shown again." placeholder="https://" value={address} onChange={setAddress} autoFocus maxLength={4000} {...(tried && error !== undefined ? { error } : {})} />
      <ProviderHelp label="Where it is found" providers={PROVIDERS}>{(provider) => provider.feed}</ProviderHelp>
      <div className="calendar-line"><Select label="Read it" choices={SCHEDULES} value={schedule} onChange={(id) => setSchedule(id as Calendar['schedule'])} /></div>
      {connect.error !== null && <AskError error={connect.error} kept="The address is still in the field." />}
      <p className="actions"><Button kind="primary" type="submit" command="calendar.keep" busy={connect.isPending}>{connect.isPending ? 'Reading it' : 'Keep and read it'}</Button></p>
    </form>
  );
}

// Calendars of a CalDAV account: server, user and password first, then which of its calendars. Each one chosen is read at once.
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask, useDo } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SCHEDULES, serverIn, type Calendar } from './calendar-words.ts';
import { ACCOUNTS } from './feed-help.ts';
import { ProviderHelp } from './ProviderHelp.tsx';

interface Taken { readonly name: string; readonly state: 'reading' | 'kept' | 'failed'; readonly error?: unknown }

export function AddAccount({ onDone }: { readonly onDone: () => void }): ReactNode {
  const [account, setAccount] = useState({ server: ACCOUNTS[0]?.account.server ?? '', username: '', password: '' });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [schedule, setSchedule] = useState<Calendar['schedule']>('hourly');
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const find = useDo('calendar.find', { done: ({ calendars }) => setChosen(calendars.map(({ address }) => address)) });
  const set = (patch: Partial<typeof account>): void => { setAccount({ ...account, ...patch }); if (find.data !== undefined) find.reset(); };
  const missing = [account.server, account.username, account.password].some((one) => one.trim() === '');
  const going = taken.some(({ state }) => state === 'reading');
  const given = { server: serverIn(account.server), username: account.username.trim(), password: account.password };
  const look = (): void => {
    setTried(true);
    if (!missing && !find.isPending) find.mutate({ account: given });
  };
  const take = async (): Promise<void> => {
    const wanted = (find.data?.calendars ?? []).filter(({ address }) => chosen.includes(address));
    setTaken(wanted.map(({ name }) => ({ name, state: 'reading' })));
    let failures = 0;
    for (const [at, { name, address }] of wanted.entries()) {
      const outcome: Partial<Taken> = await ask('calendar.connect', { caldav: { ...given, address }, name, schedule }).then(() => ({ state: 'kept' as const }), (error: unknown) => ({ state: 'failed' as const, error }));
      if (outcome.state === 'failed') failures += 1;
      setTaken((before) => before.map((one, place) => (place === at ? { ...one, ...outcome } : one)));
    }
    void queries.invalidateQueries();
    if (failures === 0) onDone();
  };
  const go = (): void => { if (find.data === undefined) look(); else if (chosen.length > 0 && !going) void take(); };
  useCommands([{ id: 'calendar.keep', title: find.data === undefined ? 'Find its calendars' : 'Keep those calendars', group: 'Calendars', keys: '$mod+Enter', run: go }]);
  return (
    <form className="stack" aria-label="A CalDAV account" onSubmit={(event) => { event.preventDefault(); go(); }}>
      <ProviderHelp label="Whose account it is" providers={ACCOUNTS} onChoose={({ account: { server } }) => set({ server })}>{({ account: { words } }) => words}</ProviderHelp>
      <div className="calendar-line">
        <TextField label="Server" type="url" placeholder="https://" value={account.server} onChange={(server) => set({ server })} maxLength={2000} />
        <TextField label="User" value={account.username} onChange={(username) => set({ username })} name="username" maxLength={300} />
        <TextField label="Password" type="password" value={account.password} onChange={(password) => set({ password })} maxLength={1000} />
      </div>
      {tried && missing && <p className="field-error" role="alert">Server, user and password are needed.</p>}
      {find.error !== null && <AskError error={find.error} kept="What you typed is still here." />}
      {find.data !== undefined && (
        <fieldset className="calendar-found">
          <legend className="field-label">{find.data.calendars.length === 0 ? `${find.data.host} has no calendar for this account.` : `${counted(find.data.calendars.length, 'calendar')} on ${find.data.host}`}</legend>
          {find.data.calendars.map(({ name, address }) => <Checkbox key={address} selected={chosen.includes(address)} disabled={going} onChange={(on) => setChosen(on ? [...chosen, address] : chosen.filter((one) => one !== address))}>{name}</Checkbox>)}
          {find.data.calendars.length > 0 && <div className="calendar-line"><Select label="Read them" choices={SCHEDULES} value={schedule} onChange={(id) => setSchedule(id as Calendar['schedule'])} /></div>}
        </fieldset>
      )}
      {taken.length > 0 && <ul className="calendar-taken" role="status">{taken.map((one, at) => <li key={at}><b>{one.name}</b> {{ reading: 'is being read …', kept: 'is kept', failed: 'was not kept' }[one.state]}{one.state === 'failed' && one.error instanceof Error && `: ${one.error.message}`}</li>)}</ul>}
      <p className="actions">
        <Button kind="primary" type="submit" command="calendar.keep" busy={find.isPending || going} disabled={find.data !== undefined && chosen.length === 0}>{find.data === undefined ? 'Find its calendars' : going ? 'Reading them' : `Keep ${counted(chosen.length, 'calendar')}`}</Button>
        {taken.some(({ state }) => state === 'failed') && !going && <Button kind="link" onPress={onDone}>Go on with those that were kept</Button>}
      </p>
    </form>
  );
}

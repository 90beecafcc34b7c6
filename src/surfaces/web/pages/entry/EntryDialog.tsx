// What you did, in one line, read back while it is typed; as water carried too when it was; or a timer started now. Below, what today has.
import { useState, type ReactNode } from 'react';
import { timeWords as spanWords } from '../../../../domain/line/words.ts';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { ReadBack } from '../../parts/ReadBack.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { entryRead } from './entry-words.ts';
import type { Entry, Timer } from './timer-words.ts';
import { TimerForm } from './TimerForm.tsx';

export function EntryDialog({ today, timer, entries, onClose }: { readonly today: string; readonly timer: Timer | undefined; readonly entries: readonly Entry[]; readonly onClose: () => void }): ReactNode {
  const [line, setLine] = useState('');
  const [water, setWater] = useState(false);
  const log = useDo('attention.log', { said: ({ says }) => says });
  const carry = useDo('carry.add', { said: ({ says }) => says });
  const start = useDo('attention.start', { said: ({ timer: now }) => `The timer runs for ${now.kindName}`, done: onClose });
  const typed = line.trim() !== '';
  const { pieces, lacks } = entryRead(line);
  const busy = log.isPending || carry.isPending;
  const keep = async (): Promise<void> => {
    if (!typed || lacks !== undefined || busy) return;
    try {
      if (log.data === undefined) await log.mutateAsync({ line: line.trim() });
      if (water) await carry.mutateAsync({ what: line.trim() });
      onClose();
    } catch {
      // Each says its own error below.
    }
  };
  const write = (value: string): void => { setLine(value); log.reset(); carry.reset(); start.reset(); };
  const ofToday = entries.filter(({ day }) => day === today);
  return (
    <Dialog open onClose={onClose} title="What did you do?">
      {timer !== undefined && <TimerForm timer={timer} onDone={onClose} />}
      <form className="entry-form" aria-label="One line" onSubmit={(event) => { event.preventDefault(); void keep(); }}>
        <TextField label="One line" placeholder="90 sales deck for Northwind, asked by sales" value={line} onChange={write} autoFocus maxLength={600} name="entry" />
        <ReadBack pieces={pieces} lacks={lacks} empty={typed ? undefined : 'How long or from when to when, the kind, what, who asked. It goes before everything the calendar has at that time.'} />
        <Checkbox selected={water} onChange={setWater}>It was water I carried</Checkbox>
        {[log.error, start.error].map((error, at) => error !== null && <AskError key={at} error={error} kept="Your line is still here." />)}
        {carry.error !== null && <AskError error={carry.error} kept="The entry is kept; the carry is not written down yet." />}
        <p className="actions">
          <Button kind="primary" type="submit" keys="Enter" disabled={!typed || lacks !== undefined} busy={busy}>Keep it</Button>
          {timer === undefined && <Button busy={start.isPending} onPress={() => start.mutate(typed ? { line: line.trim() } : {})}>Start the timer</Button>}
        </p>
      </form>
      {ofToday.length > 0 && <Today entries={ofToday} />}
    </Dialog>
  );
}

function Today({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const drop = useDo('attention.drop', { said: ({ entry }) => `Taken out: ${entry.note || entry.kindName}` });
  return (
    <div className="entry-today">
      <h3>Today so far</h3>
      <ul>
        {entries.map((one) => (
          <li key={one.id}>
            <span className="entry-note">{one.note || one.kindName}</span><span className="row-meta">{one.kindName}{!one.kindSaid && ', guessed'}{one.askedBy !== undefined && `, asked by ${one.askedBy}`}</span><span className="tabular">{spanWords(one.minutes)}</span>
            <Button kind="link" small label={`Take out: ${one.note || one.kindName}`} busy={drop.isPending && drop.variables.entry === one.id} onPress={() => drop.mutate({ entry: one.id })}>Take out</Button>
          </li>
        ))}
      </ul>
      {drop.error !== null && <AskError error={drop.error} kept="It is as it was." />}
    </div>
  );
}

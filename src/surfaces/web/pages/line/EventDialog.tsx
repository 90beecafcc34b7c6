// Choosing the event that was water carried: those of the last two weeks, narrowed by words of their title. One press writes it down.
import { useDeferredValue, useState, type ReactNode } from 'react';
import { addDays, type Day } from '../../../../domain/kernel/instant.ts';
import { useAsk, useDo } from '../../data/ask.ts';
import { timeWords } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

const DAYS = 14;

export function EventDialog({ today, onClose }: { readonly today: Day; readonly onClose: () => void }): ReactNode {
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const asked = useAsk('attention.events', { from: addDays(today, 1 - DAYS), to: today, limit: 200, ...(search === '' ? {} : { search }) }, { keep: true });
  const add = useDo('carry.from_event', { said: ({ says }) => says, done: onClose });
  return (
    <Dialog open wide onClose={onClose} title="Which event was water you carried?">
      <TextField label="Words of its title" type="search" value={words} onChange={setWords} autoFocus maxLength={200} />
      {add.error !== null && <AskError error={add.error} kept="Nothing was written down." />}
      <Answered asked={asked} shape="rows" words="Reading your events">
        {({ events }) => {
          const shown = events.filter(({ role, minutes }) => (role === 'meeting' || role === 'focus') && minutes >= 1).toReversed().slice(0, 30);
          if (shown.length === 0) return <p className="muted">{search === '' ? <>No event of the last two weeks is known. <AppLink className="link-row" href="/calendars">Add a calendar</AppLink></> : 'No event of the last two weeks has these words.'}</p>;
          return (
            <ul className="plain-rows event-choice">
              {shown.map((one) => (
                <li key={one.event}>
                  <span className="event-title">{one.title || 'no title'}</span><span className="row-meta no-wrap">{timeWords(one.start)}</span><span className="row-meta">{Math.round(one.minutes)} min, {one.kindName}{one.confirmed ? '' : ', guessed'}</span>
                  <Button kind="link" small label={`${one.title}, ${timeWords(one.start)}: write it down`} busy={add.isPending && add.variables.event === one.event} onPress={() => add.mutate({ event: one.event })}>Write it down</Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Dialog>
  );
}

// The timer that runs: stopping it, or throwing it away. One that ran for hours is asked about, never simply counted.
import { useState, type ReactNode } from 'react';
import { clockMinutes } from '../../../../domain/attention/entry-line.ts';
import { useDo } from '../../data/ask.ts';
import { timeWords } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { runWords, timerName, type Timer } from './timer-words.ts';

export function TimerForm({ timer, onDone }: { readonly timer: Timer; readonly onDone: () => void }): ReactNode {
  const [ended, setEnded] = useState('');
  const [now] = useState(() => Date.now());
  const stop = useDo('attention.stop', { said: ({ says }) => says, done: onDone });
  const told = ended.trim();
  const wrong = told !== '' && clockMinutes(told) === undefined;
  const needed = timer.forgotten && told === '';
  const keep = (): void => { if (!wrong && !needed && !stop.isPending) stop.mutate(told === '' ? {} : { at: told }); };
  return (
    <form className="timer-form" aria-label="The timer" onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <p><b>{timerName(timer)}</b> since {timeWords(timer.startedAt)}, {runWords(timer.startedAt, now)} by now.{timer.forgotten && ' That is long: when did it end?'}</p>
      <div className="timer-line">
        <TextField label="It ended at" optional={!timer.forgotten} short placeholder="16:30" value={ended} onChange={setEnded} {...(wrong ? { error: 'A time such as 16:30.' } : {})} />
        <p className="actions"><Button type="submit" disabled={wrong || needed} busy={stop.isPending}>Stop and keep it</Button><Button kind="link" onPress={() => stop.mutate({ discard: true })}>Keep nothing of it</Button></p>
      </div>
      {stop.error !== null && <AskError error={stop.error} kept="The timer still runs." />}
    </form>
  );
}

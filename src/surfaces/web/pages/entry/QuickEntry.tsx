// Writing down what you did, from any page by one key or from the palette; and the timer in the top line while it runs. The form itself is
// loaded when it is first opened. Asks nothing for those who keep no ledger.
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { runWords, timerName, type Timer } from './timer-words.ts';
import './entry.css';

const EntryDialog = lazy(() => import('./EntryDialog.tsx').then((module) => ({ default: module.EntryDialog })));

const MINUTE_MS = 60_000;

export function QuickEntry(): ReactNode {
  const [open, setOpen] = useState(false);
  const place = useAsk('workspace.get', {});
  const keeps = place.data?.role === 'owner' || place.data?.role === 'pm';
  const running = useAsk('attention.entries', place.data === undefined ? {} : { from: place.data.today }, { when: keeps, everyMs: 5 * MINUTE_MS });
  const timer = running.data?.timer;
  useCommands(keeps ? [
    { id: 'entry.quick', title: timer === undefined ? 'Write down what you did, or start the timer' : 'Write down what you did, or stop the timer', group: 'Everywhere', keys: 'q', when: () => !open, run: () => setOpen(true) },
  ] : []);
  if (!keeps) return null;
  return (
    <>
      {timer !== undefined && <TimerWords timer={timer} onOpen={() => setOpen(true)} />}
      {open && place.data !== undefined && <Suspense><EntryDialog today={place.data.today} timer={timer} entries={running.data?.entries ?? []} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}

function TimerWords({ timer, onOpen }: { readonly timer: Timer; readonly onOpen: () => void }): ReactNode {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), MINUTE_MS / 4);
    return () => clearInterval(tick);
  }, []);
  const run = runWords(timer.startedAt, now);
  return (
    <button type="button" className="timer" onClick={onOpen} aria-haspopup="dialog" aria-label={`The timer runs: ${timerName(timer)}, ${run}`}>
      <i className="timer-dot" aria-hidden="true" /><span className="timer-name">{timerName(timer)}</span><span className="tabular">{timer.forgotten ? 'still running?' : run}</span>
    </button>
  );
}

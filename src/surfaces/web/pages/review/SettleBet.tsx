// Settling a bet on the readout that was sealed to decide, or on its own kill criterion: shown first, then sealed. It cannot be taken back.
import { useState, type ReactNode } from 'react';
import { AskError } from '../../parts/AskError.tsx';
import { ReadoutMark } from '../../parts/readout/ReadoutMark.tsx';
import { findingOf, verdictWord, type Readout } from '../../parts/readout/readout-words.ts';
import { useDo } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { NextAction } from '../../ui/NextAction.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { numberIn } from '../bet/bet-measure.ts';
import type { Bet } from './review-words.ts';

export function SettleBet({ bet, readout }: { readonly bet: Bet; readonly readout: Readout }): ReactNode {
  const [asking, setAsking] = useState(false);
  const ended = !readout.decides;
  useCommands([{ id: 'review.settle', title: `Settle ${bet.key}`, group: 'This review', keys: 'Enter', priority: -1, when: () => !asking, run: () => setAsking(true) }]);
  return (
    <>
      <NextAction proposal={ended ? 'By your own rule this bet ends here.' : `Settle ${bet.key} on this readout.`} action={<Button kind="primary" command="review.settle" onPress={() => setAsking(true)}>Settle {bet.key}</Button>}>
        {ended ? 'Its kill criterion tripped before the review that decides.' : 'Its outcome joins your record and shrinks or grows what the next promise is worth.'}
      </NextAction>
      {asking && <SettleDialog bet={bet} readout={readout} onClose={() => setAsking(false)} />}
    </>
  );
}

function SettleDialog({ bet, readout, onClose }: { readonly bet: Bet; readonly readout: Readout; readonly onClose: () => void }): ReactNode {
  const [saved, setSaved] = useState('');
  const settle = useDo('bet.settle', { said: ({ bet: now }) => `${now.key} is settled and sealed`, done: onClose });
  const lost = readout.report.verdict.status === 'lost' || readout.kill?.state === 'tripped';
  const cost = saved.trim() === '' ? undefined : numberIn(saved);
  const refused = saved.trim() !== '' && (cost === undefined || cost < 0);
  const seal = (): void => { if (!refused) settle.mutate({ bet: bet.id, ...(cost === undefined ? {} : { costAvoided: cost }) }); };
  return (
    <Dialog open onClose={onClose} title={`Settle ${bet.key}. It is sealed and cannot be taken back.`} foot={<><Button kind="primary" busy={settle.isPending} disabled={refused} onPress={seal}>Seal the settlement</Button><Button kind="link" onPress={onClose}>Not yet</Button></>}>
      <p className="review-settles">{readout.kill?.state === 'tripped' && readout.report.verdict.status !== 'won' ? <b>Lost: its kill criterion tripped</b> : readout.decides ? <ReadoutMark readout={readout} /> : <b>{verdictWord(readout)}</b>}</p>
      <p>{findingOf({ ...readout, word: undefined })}</p>
      {readout.report.verdict.status === 'refused' && <p className="muted">It is kept as “cannot tell”: counted beside your record, and not held against it.</p>}
      {lost && <TextField label={`What ending it now saves${bet.terms.money === undefined ? '' : `, in ${bet.terms.money}`}`} optional short inputMode="decimal" value={saved} onChange={setSaved} maxLength={20} {...(refused ? { error: 'A number, 0 or more.' } : {})} />}
      {settle.error !== null && <AskError error={settle.error} kept="Nothing was sealed." />}
    </Dialog>
  );
}

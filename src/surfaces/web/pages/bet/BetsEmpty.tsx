// No bet yet: what would stand here, the one step to it, and the form of the picture in hairlines with its parts named.
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Note } from '../../ui/Note.tsx';
import { NewBet } from './NewBet.tsx';
import { Proposals } from './Proposals.tsx';

export function BetsEmpty({ adding, problem, onWrite, onLeave }: { readonly adding: boolean; readonly problem: string | undefined; readonly onWrite: () => void; readonly onLeave: () => void }): ReactNode {
  if (adding) return <><h1>Doing what, for whom, moves what?</h1><NewBet problem={problem} onDone={onLeave} /></>;
  return (
    <>
      <EmptyState page sentence="No bet is open. A bet says what doing something for somebody will move, and is sealed before anyone knows." action={<Button kind="primary" command="bet.add" onPress={onWrite}>Write a bet down</Button>} form={<LedgerForm />}>
        It takes four minutes: the claim, the metric and how much of it would matter, what it costs, when you would stop. What became of bets like it is shown before you say how likely it is. Then it is sealed, ships, and comes back after 30, 90 and 365 days.
      </EmptyState>
      <Proposals />
      <Note title="What happens to it later"><p>Won, lost and cannot tell all count, and so do bets that are dropped with what that saved. Your own record stays yours.</p></Note>
    </>
  );
}

function LedgerForm(): ReactNode {
  return (
    <svg className="chart bet-form" viewBox="0 0 520 150" width="520" height="150" role="img" aria-label="The form of the ledger: each bet as an interval on one axis of effect, with zero, the least that would matter, and its verdict.">
      <path d="M150 12V122M330 12V122M450 12V122" stroke="var(--line)" />
      <path d="M210 12V122" stroke="var(--edge)" strokeWidth="1.5" />
      <path d="M150 122H450" stroke="var(--edge)" />
      <path d="M262 42H360M176 84H300" stroke="var(--line)" strokeWidth="7" />
      <circle cx="310" cy="42" r="4" fill="var(--paper)" stroke="var(--edge)" strokeWidth="1.5" />
      <circle cx="236" cy="84" r="4" fill="var(--paper)" stroke="var(--edge)" strokeWidth="1.5" />
      <path d="M252 33V51M252 75V93" stroke="var(--edge)" strokeWidth="2" />
      <text x="0" y="46">a bet, as sealed</text>
      <text x="0" y="88">another</text>
      <text x="464" y="46">won, B</text>
      <text x="464" y="88">cannot tell</text>
      <text x="210" y="140" textAnchor="middle">no effect</text>
      <text x="262" y="66">the least that would matter</text>
    </svg>
  );
}

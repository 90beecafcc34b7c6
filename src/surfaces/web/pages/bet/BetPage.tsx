// One bet as a plain record: its claim, the problem it answers, the items that carry it; reworded in place, closed with a reason.
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { CloseDialog } from '../../parts/CloseDialog.tsx';
import { LeadingItems } from '../../parts/LeadingItems.tsx';
import { RefusedError, useAsk, useDo } from '../../data/ask.ts';
import { counted, dayShort } from '../../data/words.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { BetForm } from './BetForm.tsx';
import '../../parts/parts.css';
import '../problem/problem.css';

type Bet = OutputOf<'bet.get'>['bet'];

export function BetPage(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const asked = useAsk('bet.get', { bet: id });
  if (asked.error instanceof RefusedError && asked.error.code === 'not_found') return <NotFound sentence={`There is no bet ${id} here.`}><AppLink href="/bets">All bets</AppLink></NotFound>;
  return <Answered asked={asked} shape="page" words="Reading the bet">{({ bet }) => <Whole bet={bet} />}</Answered>;
}

function Whole({ bet }: { readonly bet: Bet }): ReactNode {
  const [doing, setDoing] = useState<'change' | 'close'>();
  const leave = (): void => setDoing(undefined);
  const problem = useAsk('problem.get', { problem: bet.problem ?? '' }, { when: bet.problem !== undefined });
  const close = useDo('bet.change', { said: ({ bet: now }) => `${now.key} is closed`, done: leave });
  const reopen = useDo('bet.change', { said: ({ bet: now }) => `${now.key} is open again` });
  const open = bet.state === 'open';
  useCommands([
    { id: 'bet.change', title: 'Change the bet', group: 'This bet', keys: 'e', when: () => doing === undefined, run: () => setDoing('change') },
    { id: 'bet.close', title: open ? 'Close the bet' : 'Open it again', group: 'This bet', keys: 'c', when: () => doing === undefined, run: () => { if (open) setDoing('close'); else reopen.mutate({ bet: bet.id, state: 'open' }); } },
  ]);
  if (doing === 'change') return <><h1>Change {bet.key}</h1><BetForm bet={bet} onDone={leave} /></>;
  const answers = bet.problem === undefined ? 'It answers no problem yet and leads straight to the goal.' : problem.data === undefined ? null : <>It answers <AppLink className="link link-small" href={`/problems/${problem.data.problem.key}`}>{problem.data.problem.key} {problem.data.problem.title}</AppLink></>;
  return (
    <>
      <Lead>
        <p className="way-back"><AppLink className="link link-small" href="/bets">Bets</AppLink></p>
        <Sentence lede={open ? answers : <>Closed{bet.closedReason !== undefined && <>: “{bet.closedReason}”</>}. {answers}</>}>{bet.claim}</Sentence>
        <Freshness>{bet.key}, written down {dayShort(bet.createdAt)}, changed {dayShort(bet.updatedAt)}. {bet.items === 0 ? 'No item leads to it yet.' : `${counted(bet.items, 'item leads', 'items lead')} to it.`}</Freshness>
        <p className="actions record-actions">
          <Button command="bet.change" onPress={() => setDoing('change')}>Change</Button>
          {open ? <Button kind="link" command="bet.close" onPress={() => setDoing('close')}>Close with a reason</Button> : <Button kind="link" command="bet.close" busy={reopen.isPending} onPress={() => reopen.mutate({ bet: bet.id, state: 'open' })}>Open it again</Button>}
        </p>
        {reopen.error !== null && <AskError error={reopen.error} kept="It is still closed." />}
      </Lead>
      <LeadingItems target={{ kind: 'bet', id: bet.id, key: bet.key }} open={open} />
      {doing === 'close' && (
        <CloseDialog title={`Close ${bet.key}`} hint="It shipped; it was given up; another bet covers it." busy={close.isPending} error={close.error} onClose={leave} onKeep={(reason) => close.mutate({ bet: bet.id, state: 'closed', reason })}>
          Nothing new can lead to it then. What leads to it stays, and it can be opened again.
        </CloseDialog>
      )}
    </>
  );
}

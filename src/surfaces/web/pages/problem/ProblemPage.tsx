// One problem: whose it is and what hurts, the bets that answer it, the items that lead to it; reworded in place, closed with a reason.
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
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { ProblemForm } from './ProblemForm.tsx';
import '../../parts/parts.css';
import './problem.css';

type Problem = OutputOf<'problem.get'>['problem'];

export function ProblemPage(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const asked = useAsk('problem.get', { problem: id });
  if (asked.error instanceof RefusedError && asked.error.code === 'not_found') return <NotFound sentence={`There is no problem ${id} here.`}><AppLink href="/problems">All problems</AppLink></NotFound>;
  return <Answered asked={asked} shape="page" words="Reading the problem">{({ problem }) => <Whole problem={problem} />}</Answered>;
}

function Whole({ problem }: { readonly problem: Problem }): ReactNode {
  const [doing, setDoing] = useState<'change' | 'close'>();
  const leave = (): void => setDoing(undefined);
  const close = useDo('problem.change', { said: ({ problem: now }) => `${now.key} is closed`, done: leave });
  const reopen = useDo('problem.change', { said: ({ problem: now }) => `${now.key} is open again` });
  const open = problem.state === 'open';
  useCommands([
    { id: 'problem.change', title: 'Change the problem', group: 'This problem', keys: 'e', when: () => doing === undefined, run: () => setDoing('change') },
    { id: 'problem.close', title: open ? 'Close the problem' : 'Open it again', group: 'This problem', keys: 'c', when: () => doing === undefined, run: () => { if (open) setDoing('close'); else reopen.mutate({ problem: problem.id, state: 'open' }); } },
  ]);
  if (doing === 'change') return <><h1>Change {problem.key}</h1><ProblemForm problem={problem} onDone={leave} /></>;
  return (
    <>
      <Lead>
        <p className="way-back"><AppLink className="link link-small" href="/problems">Problems</AppLink></p>
        <Sentence lede={problem.state === 'closed' ? <>Closed{problem.closedReason !== undefined && <>: “{problem.closedReason}”</>}</> : problem.who === undefined ? 'Not said yet: who has it?' : <>{problem.who}{problem.howMany !== undefined && <>; {problem.howMany}</>}{problem.howOften !== undefined && <>; {problem.howOften}</>}</>}>{problem.title}</Sentence>
        <Freshness>{problem.key}, written down {dayShort(problem.createdAt)}, changed {dayShort(problem.updatedAt)}. {problem.items === 0 ? 'No item leads to it yet.' : `${counted(problem.items, 'item leads', 'items lead')} to it.`}</Freshness>
        <p className="actions record-actions">
          <Button command="problem.change" onPress={() => setDoing('change')}>Change</Button>
          {open ? <Button kind="link" command="problem.close" onPress={() => setDoing('close')}>Close with a reason</Button> : <Button kind="link" command="problem.close" busy={reopen.isPending} onPress={() => reopen.mutate({ problem: problem.id, state: 'open' })}>Open it again</Button>}
        </p>
        {reopen.error !== null && <AskError error={reopen.error} kept="It is still closed." />}
      </Lead>
      <Section finding="What is known of it">
        <dl className="record">
          {([['Who has it', problem.who], ['Tries to', problem.tryingTo], ['What hurts', problem.hurts], ['How often', problem.howOften], ['How many', problem.howMany]] as const).map(([name, said]) => [<dt key={`${name}-t`}>{name}</dt>, <dd key={`${name}-d`}>{said ?? <span className="muted">not said yet</span>}</dd>])}
        </dl>
      </Section>
      <Bets problem={problem} />
      <LeadingItems target={{ kind: 'problem', id: problem.id, key: problem.key }} open={open} />
      {doing === 'close' && (
        <CloseDialog title={`Close ${problem.key}`} hint="Nobody has it any more; somebody else solved it; it was a symptom of another." busy={close.isPending} error={close.error} onClose={leave} onKeep={(reason) => close.mutate({ problem: problem.id, state: 'closed', reason })}>
          Nothing new can lead to it then. What leads to it stays, and it can be opened again.
        </CloseDialog>
      )}
    </>
  );
}

function Bets({ problem }: { readonly problem: Problem }): ReactNode {
  const asked = useAsk('bet.list', { state: 'all' });
  return (
    <Answered asked={asked} shape="lines" words="Reading the bets">
      {({ bets }) => {
        const own = bets.filter((bet) => bet.problem === problem.id);
        return (
          <Section finding={own.length === 0 ? 'No bet answers it yet' : `${counted(own.length, 'bet answers', 'bets answer')} it`}>
            <ul className="plain-rows">{own.map((bet) => <li key={bet.id}><span className="row-key">{bet.key}</span><AppLink className="row-link" href={`/bets/${bet.key}`}>{bet.claim}</AppLink><span className="row-meta">{bet.state === 'closed' ? 'closed' : bet.items === 0 ? 'no item yet' : counted(bet.items, 'item')}</span></li>)}</ul>
            {problem.state === 'open' && <p className="actions answer-add"><AppLink className="link link-small" href={`/bets?add=1&problem=${problem.key}`}>Write a bet down</AppLink></p>}
          </Section>
        );
      }}
    </Answered>
  );
}

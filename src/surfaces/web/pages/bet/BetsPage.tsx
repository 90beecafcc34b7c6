// Bets as plain records: what is claimed, which problem it answers, what hangs on it. Shows nothing that a later version brings.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { byKey } from '../../parts/by-key.ts';
import { ItemsNumber } from '../../parts/ItemsNumber.tsx';
import { useAsk } from '../../data/ask.ts';
import { count, counted } from '../../data/words.ts';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { Lead } from '../../ui/Lead.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { BetForm } from './BetForm.tsx';
import '../../parts/parts.css';
import '../problem/problem.css';

type Bet = OutputOf<'bet.list'>['bets'][number];
type Problem = OutputOf<'problem.list'>['problems'][number];

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const read = (raw: RawSearch): { readonly state: 'open' | 'closed'; readonly add: boolean; readonly problem: string | undefined } => ({ state: raw['state'] === 'closed' ? 'closed' : 'open', add: raw['add'] === '1', problem: text(raw['problem']) });

export function BetsPage(): ReactNode {
  const [{ state, add, problem }, setSearch] = usePageSearch(read);
  const bets = useAsk('bet.list', { state: 'all' });
  const problems = useAsk('problem.list', { state: 'all' });
  useCommands([{ id: 'bet.add', title: 'Write a bet down', group: 'Bets', keys: 'c', when: () => !add, run: () => setSearch({ add: true }) }]);
  return (
    <Answered asked={bets} shape="page" words="Reading the bets" kept="Bets and links are as they were.">
      {({ bets: all }) => {
        const open = all.filter((bet) => bet.state === 'open');
        const loose = open.filter((bet) => bet.problem === undefined).length;
        return (
          <>
            <Lead>
              <Sentence>{open.length === 0 ? 'No bet is open. A bet says what doing something for somebody will move.' : <>{counted(open.length, 'bet is', 'bets are')} open{loose === 0 ? ', and each answers a problem' : `; ${loose === open.length ? 'none answers' : loose === 1 ? 'one does not answer' : `${count(loose)} do not answer`} a problem yet`}.</>}</Sentence>
              <Freshness>A bet is a plain record here: a claim that items can lead to. It is not sealed and carries no probability.</Freshness>
            </Lead>
            {add
              ? <BetForm bet={undefined} problem={problem} onDone={() => setSearch({ add: false, problem: undefined })} />
              : <NextAction proposal={all.length === 0 ? 'Write the first one down.' : 'Write a bet down before the work begins.'} action={<Button kind="primary" command="bet.add" onPress={() => setSearch({ add: true })}>Write a bet down</Button>}>Doing what, for whom, moves what. Items then lead to it, and it to the problem it answers.</NextAction>}
            {all.length > 0 && (
              <Section wide>
                <Tabs label="Bets by state" selected={state} onSelect={(id) => setSearch({ state: id === 'closed' ? 'closed' : 'open' })} items={[{ id: 'open', name: 'Open', count: open.length }, { id: 'closed', name: 'Closed', count: all.length - open.length }]}>
                  <BetRows bets={all.filter((bet) => bet.state === state).toSorted(byKey)} problems={problems.data?.problems ?? []} />
                </Tabs>
              </Section>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function BetRows({ bets, problems }: { readonly bets: readonly Bet[]; readonly problems: readonly Problem[] }): ReactNode {
  const navigate = useNavigate();
  const open = (at: number): void => { const bet = bets[at]; if (bet) void navigate({ to: `/bets/${bet.key}` }); };
  const keys = useRowKeys({ name: 'bets', group: 'Bets', count: bets.length, actions: [{ keys: 'Enter', title: 'Open the bet', run: open }] });
  if (bets.length === 0) return <p className="muted problem-none">None.</p>;
  return (
    <Rows items={bets} itemKey={(bet) => bet.id} keys={keys} label="Bets" className="problem-row" rowLabel={(bet) => `${bet.key}, ${bet.claim}`} onRow={open} head={<><span /><span>Bet</span><span>Answers</span><span className="right">Items</span></>}>
      {(bet) => {
        const problem = problems.find(({ id }) => id === bet.problem);
        return (
          <>
            <span className="row-key">{bet.key}</span>
            <span className="row-title"><AppLink className="row-link" href={`/bets/${bet.key}`}>{bet.claim}</AppLink></span>
            <span className="row-meta problem-who">{bet.state === 'closed' ? bet.closedReason ?? 'closed' : problem === undefined ? 'no problem yet' : <AppLink className="row-link" href={`/problems/${problem.key}`}>{problem.key} {problem.title}</AppLink>}</span>
            <span className="row-meta right tabular">{bet.items === 0 ? 'none yet' : <ItemsNumber id={`items-${bet.key}`} of={`items that lead to ${bet.key}`} rule="An item counts when it is linked by hand, by a rule, or through its parent." filter={{ leadsTo: bet.id, statusClass: 'all' }}>{count(bet.items)}</ItemsNumber>}</span>
          </>
        );
      }}
    </Rows>
  );
}

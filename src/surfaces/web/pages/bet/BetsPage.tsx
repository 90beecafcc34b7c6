// The ledger: what is at stake, what waits to be read out, what came of the rest, and what to bet on next. One sentence first.
import type { ReactNode } from 'react';
import { Answered } from '../../parts/Answered.tsx';
import { useAsk } from '../../data/ask.ts';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AllBets } from './AllBets.tsx';
import { BetsEmpty } from './BetsEmpty.tsx';
import { BetsLead } from './BetsLead.tsx';
import { BetsLedger } from './BetsLedger.tsx';
import { openShelf, shelves, STAGES, type Stage } from './bet-words.ts';
import { DecideNext, type Order } from './DecideNext.tsx';
import { NewBet } from './NewBet.tsx';
import { Proposals } from './Proposals.tsx';
import '../../parts/parts.css';
import '../problem/problem.css';
import './bet.css';

interface Search { readonly shelf: Stage | undefined; readonly order: Order; readonly add: boolean; readonly problem: string | undefined }
const read = (raw: RawSearch): Search => ({
  shelf: STAGES.find((stage) => stage === raw['shelf']), order: raw['order'] === 'own' ? 'own' : 'worth', add: raw['add'] === '1', problem: typeof raw['problem'] === 'string' ? raw['problem'] : undefined,
});

export function BetsPage(): ReactNode {
  const [{ shelf, order, add, problem }, setSearch] = usePageSearch(read);
  const bets = useAsk('bet.list', { state: 'all' });
  const reviews = useAsk('review.list', { state: 'all' });
  const begin = (): void => setSearch({ add: true });
  const leave = (): void => setSearch({ add: false, problem: undefined });
  useCommands([{ id: 'bet.add', title: 'Write a bet down', group: 'Bets', keys: 'c', when: () => !add, run: begin }]);
  return (
    <Answered asked={bets} shape="page" words="Reading the bets" kept="Bets and seals are as they were.">
      {({ bets: all }) => {
        // The sentence and the next step depend on what is due; neither is said before that is known.
        if (reviews.isPending) return <Skeleton shape="page" words="Reading the reviews" />;
        if (all.length === 0) return <BetsEmpty adding={add} problem={problem} onWrite={begin} onLeave={leave} />;
        const on = shelves(all);
        return (
          <>
            <BetsLead on={on} reviews={reviews.data} adding={add} onWrite={begin} />
            {add && <NewBet problem={problem} onDone={leave} />}
            <Proposals />
            <BetsLedger on={on} reviews={reviews.data?.reviews ?? []} selected={shelf ?? openShelf(on)} onSelect={(next) => setSearch({ shelf: next })} />
            <AllBets bets={all} reviews={reviews.data?.reviews ?? []} />
            <DecideNext order={order} onOrder={(next) => setSearch({ order: next === 'worth' ? undefined : next } as Partial<Search>)} />
          </>
        );
      }}
    </Answered>
  );
}

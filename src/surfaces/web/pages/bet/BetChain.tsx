// The line a bet hangs on: goal, problem, bet, ship, readout, lesson. Done stations are filled, the bet is where you are.
import type { ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import type { Bet } from './bet-words.ts';

const short = (text: string): string => (text.length <= 18 ? text : `${text.slice(0, 17).trimEnd()}…`);

export function BetChain({ bet }: { readonly bet: Bet }): ReactNode {
  const goals = useAsk('goal.list', {}, { when: bet.goal !== undefined });
  const problem = useAsk('problem.get', { problem: bet.problem ?? '' }, { when: bet.problem !== undefined });
  const lessons = useAsk('lesson.list', { about: bet.id }, { when: bet.stage === 'settled' });
  const goal = goals.data?.goals.find(({ id }) => id === bet.goal);
  const answered = problem.data?.problem;
  const learnt = (lessons.data?.lessons ?? []).some((lesson) => lesson.bet.id === bet.id);
  const station = (done: boolean, words: ReactNode, href?: string, whole?: string): ReactNode => <li>{href === undefined ? <span data-done={done || undefined}>{words}</span> : <AppLink className={done ? 'done' : undefined} href={href} title={whole}>{words}</AppLink>}</li>;
  return (
    <nav className="chain-wrap" aria-label="The line this bet hangs on">
      <ol className="chain">
        {goal === undefined ? station(false, 'No goal yet', '/goal') : station(true, <>{goal.key} {short(goal.statement)}</>, `/goal?goal=${goal.key}`, goal.statement)}
        {answered === undefined ? station(false, 'No problem yet') : station(true, <>{answered.key} {short(answered.title)}</>, `/problems/${answered.key}`, answered.title)}
        <li><AppLink href="/bets" label={`${bet.key}, in the ledger of bets`}><span aria-current="page">{bet.key}</span></AppLink></li>
        {station(bet.ship !== undefined, bet.ship === undefined ? 'Ship' : <>Ship {dayShort(bet.ship.shippedOn)}</>)}
        {station(bet.outcome !== undefined, 'Outcome')}
        {station(learnt, 'Lesson')}
      </ol>
    </nav>
  );
}

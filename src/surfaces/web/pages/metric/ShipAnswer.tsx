// Which bet was this? One press answers: a bet that waits for its ship, or none. An answer can be changed until its bet is settled.
import type { ReactNode } from 'react';
import { useDo } from '../../data/ask.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { betsToShip, type Bet, type Ship } from './ship-words.ts';

/** Bets with a button of their own; the others wait in a menu. */
const BUTTONS = 3;
const SHORT = 48;
const cut = (claim: string): string => (claim.length <= SHORT ? claim : `${claim.slice(0, SHORT - 1).trimEnd()}…`);

export function ShipAnswer({ ship, bets }: { readonly ship: Ship; readonly bets: readonly Bet[] }): ReactNode {
  const answer = useDo('ship.answer', { said: ({ ship: now }) => (now.bet !== undefined ? `${now.key} was ${now.bet.key}` : now.answer === 'no_bet' ? `${now.key} was no bet` : `${now.key} is not answered`) });
  const free = betsToShip(bets);
  const is = (bet: Bet) => (): void => answer.mutate({ ship: ship.id, bet: bet.id });
  const none = (): void => answer.mutate({ ship: ship.id, noBet: true });
  const error = answer.error !== null && <AskError error={answer.error} kept="The answer is as it was." />;
  if (ship.answer === 'unasked') {
    return (
      <div className="ship-answer" role="group" aria-label={`Which bet was ${ship.key}?`}>
        <p className="actions">
          <span className="muted">{free.length === 0 ? 'Was it a bet? No placed bet waits for its ship.' : 'Which bet was this?'}</span>
          {free.slice(0, BUTTONS).map((bet) => <Button key={bet.id} kind="link" small busy={answer.isPending} onPress={is(bet)} label={`${ship.key} was ${bet.key}, ${bet.claim}`}>{bet.key} {cut(bet.claim)}</Button>)}
          {free.length > BUTTONS && <Menu kind="link" label="Another bet" entries={() => free.slice(BUTTONS).map((bet) => ({ id: bet.id, name: `${bet.key} ${cut(bet.claim)}`, run: is(bet) }))} />}
          <Button kind="link" small busy={answer.isPending} onPress={none} label={`${ship.key} was no bet`}>It was no bet</Button>
        </p>
        {error}
      </div>
    );
  }
  return (
    <div className="ship-answer">
      <p className="actions">
        <span className="row-meta">{ship.bet === undefined ? 'no bet' : <>bet <AppLink className="metric-link metric-link-shown" href={`/bets/${ship.bet.key}`}>{ship.bet.key} {ship.bet.claim}</AppLink></>}</span>
        <Button kind="link" small busy={answer.isPending} onPress={() => answer.mutate({ ship: ship.id })} label={`Answer anew which bet ${ship.key} was`}>Answer anew</Button>
      </p>
      {error}
    </div>
  );
}

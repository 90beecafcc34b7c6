// The reviews of a shipped bet: when each falls due, which one decides, and the way into each.
import type { ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { counted, dayWords } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Bet, Review } from './bet-words.ts';

export function Reviews({ bet }: { readonly bet: Bet }): ReactNode {
  const asked = useAsk('review.list', { state: 'all' });
  return (
    <Section finding="When it is looked at again" sub="A review hides the outcome until the decision is rated and its probability remembered; that order keeps hindsight out.">
      <Answered asked={asked} words="Reading the reviews">
        {({ reviews }) => (
          <ul className="bet-reviews">
            {reviews.filter((review) => review.bet === bet.id).toSorted((a, b) => a.review - b.review).map((review) => (
              <li key={review.review} data-state={review.state}>
                <span className="bet-station" aria-hidden="true" />
                <span><b>{review.review} days</b>{review.decides && <span className="muted">, the one that decides</span>}</span>
                <span className="muted">{stateWords(review)}</span>
                <AppLink className="link link-small" href={`/bets/${bet.key}/review/${review.review}`} label={`${review.review}-day review of ${bet.key}`}>{review.state === 'due' ? 'Begin' : review.state === 'done' ? 'Look at it' : 'Open'}</AppLink>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Section>
  );
}

function stateWords({ state, dueOn, daysOver }: Review): string {
  if (state === 'done') return 'done';
  if (state === 'waiting') return `falls due ${dayWords(dueOn)}`;
  return daysOver === 0 ? 'due today' : `due for ${counted(daysOver, 'day')}`;
}

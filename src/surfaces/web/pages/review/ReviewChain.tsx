// The way through a review as stations on the thread. Done ones are filled, the current one is where you are; none can be jumped to.
import type { ReactNode } from 'react';
import { AppLink } from '../../parts/AppLink.tsx';
import { stations, type Review } from './review-words.ts';

/** On a phone the line is wider than the window: it comes to where you are. */
function bring(station: HTMLElement | null): void {
  const line = station?.closest('.review-chain-wrap');
  if (station && line) line.scrollLeft = station.offsetLeft - (line.clientWidth - station.offsetWidth) / 2;
}

export function ReviewChain({ review, current, learnt }: { readonly review: Review; readonly current: Review['next']; readonly learnt: boolean }): ReactNode {
  return (
    <>
      <p className="way-back"><AppLink className="link link-small" href="/reviews">Reviews</AppLink><AppLink className="link link-small" href={`/bets/${review.key}`}>{review.key}</AppLink></p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what may scroll sideways must be reachable by keyboard */}
      <div className="review-chain-wrap" role="region" aria-label={`Steps of the ${review.review}-day review`} tabIndex={0}>
        <ol className="review-chain">
          {stations(review, current, learnt).map(({ id, name, state }) => (
            <li key={id} data-state={state} aria-current={state === 'current' ? 'step' : undefined} ref={state === 'current' ? bring : undefined}><i aria-hidden="true" />{name}{state === 'done' && <span className="hidden-words">, done</span>}</li>
          ))}
        </ol>
      </div>
    </>
  );
}

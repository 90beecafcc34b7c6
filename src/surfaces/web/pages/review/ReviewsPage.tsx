// Reviews of bets by the day they fall due: what is due first, what waits, what was made. What was missed stays open, quietly.
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Answered } from '../../parts/Answered.tsx';
import { useAsk } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { Lead } from '../../ui/Lead.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { RowKeysHint } from '../../ui/RowKeysHint.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { inOrder, PRIVATE, reviewAddress, reviewsSentence, standingWords, type ListedReview } from './review-words.ts';
import '../../parts/parts.css';
import './review.css';

export function ReviewsPage(): ReactNode {
  const asked = useAsk('review.list', { state: 'all' });
  return <Answered asked={asked} shape="page" words="Reading the reviews">{({ reviews }) => (reviews.length === 0 ? <NoReviews /> : <Reviews reviews={reviews} />)}</Answered>;
}

function NoReviews(): ReactNode {
  const navigate = useNavigate();
  return (
    <EmptyState page sentence="No bet has shipped yet, so there is nothing to review." action={<Button kind="primary" href="/bets" onPress={() => void navigate({ to: '/bets' })}>Go to the bets</Button>}
      form={<ol className="review-chain review-form-only" aria-label="The steps of a review"><li><i aria-hidden="true" />Rate the decision</li><li><i aria-hidden="true" />Remember the odds</li><li><i aria-hidden="true" />See the outcome</li><li><i aria-hidden="true" />Luck and skill</li></ol>}>
      Thirty, ninety and 365 days after a bet ships, its review falls due by itself. You read the original, say how good the decision was and what odds you remember, and only then see what came of it.
    </EmptyState>
  );
}

function Reviews({ reviews }: { readonly reviews: readonly ListedReview[] }): ReactNode {
  const navigate = useNavigate();
  const { due, waiting, done } = inOrder(reviews);
  const first = due[0];
  const open = (review: ListedReview): void => void navigate({ to: reviewAddress(review) });
  useCommands([{ id: 'reviews.first', title: 'Read the original', group: 'Reviews', keys: 'Enter', priority: -1, when: () => first !== undefined, run: () => { if (first) open(first); } }]);
  return (
    <>
      <Lead>
        <Sentence lede={due.length > 0 ? 'Each stays covered until you have read what you wrote. A few minutes a bet.' : waiting[0] === undefined ? 'Nothing waits.' : `The next falls due ${standingWords(waiting[0])}.`}>{reviewsSentence(reviews)}</Sentence>
        <Freshness>{counted(reviews.length, 'review')} of shipped bets; {counted(done.length, 'made', 'made')}, {waiting.length} still to come. {PRIVATE}</Freshness>
      </Lead>
      {first !== undefined && (
        <NextAction proposal={`${first.key}, ${first.review} days.`} action={<Button kind="primary" command="reviews.first" onPress={() => open(first)}>{first.state === 'done' ? 'Go on with it' : 'Read the original'}</Button>}>
          {first.claim}
        </NextAction>
      )}
      {due.length > 0 && <Section finding="Open" sub="They wait as long as it takes; what is never looked at is never learnt." wide><ReviewRows name="due" reviews={due} onOpen={open} /></Section>}
      {waiting.length > 0 && <Section finding="Still to come" wide><Folded reviews={waiting}>{(shown) => <ReviewRows name="waiting" reviews={shown} onOpen={open} second={due.length > 0} />}</Folded></Section>}
      {done.length > 0 && <Section finding="Made" wide><Folded reviews={done}>{(shown) => <ReviewRows name="done" reviews={shown} onOpen={open} second={due.length + waiting.length > 0} />}</Folded></Section>}
    </>
  );
}

/** What asks for nothing now is shown to a few rows and waits behind one link. */
const SHOWN = 6;

function Folded({ reviews, children }: { readonly reviews: readonly ListedReview[]; readonly children: (shown: readonly ListedReview[]) => ReactNode }): ReactNode {
  const [all, setAll] = useState(false);
  const folded = !all && reviews.length > SHOWN + 2;
  return (
    <>
      {children(folded ? reviews.slice(0, SHOWN) : reviews)}
      {folded && <p className="row-foot"><Button kind="link" small onPress={() => setAll(true)}>Show all {reviews.length}</Button></p>}
    </>
  );
}

function ReviewRows({ name, reviews, onOpen, second = false }: { readonly name: string; readonly reviews: readonly ListedReview[]; readonly onOpen: (review: ListedReview) => void; readonly second?: boolean }): ReactNode {
  const openAt = (at: number): void => { const review = reviews[at]; if (review) onOpen(review); };
  const keys = useRowKeys({ name: `reviews-${name}`, group: 'Reviews', count: reviews.length, primary: !second, actions: [{ keys: 'Enter', title: 'Open the review', run: openAt, when: () => document.activeElement?.closest('[data-row-index]') !== null }] });
  return (
    <Rows items={reviews} itemKey={(one) => `${one.key}-${one.review}`} keys={keys} label={{ due: 'Open reviews', waiting: 'Reviews still to come', done: 'Reviews that were made' }[name] ?? 'Reviews'} className="review-row" rowLabel={(one) => `${one.key}, ${one.review} days, ${one.claim}, ${standingWords(one)}`} onRow={openAt}>
      {(one, at) => (
        <>
          <span className="row-key">{one.key}</span>
          <span className="review-days">{one.review} days{one.decides && <span className="review-decides">, decides</span>}</span>
          <span className="row-title">{one.claim}{at === keys.current && <RowKeysHint actions={[{ keys: 'Enter', word: 'open' }]} />}</span>
          <span className="row-meta">{standingWords(one)}</span>
        </>
      )}
    </Rows>
  );
}

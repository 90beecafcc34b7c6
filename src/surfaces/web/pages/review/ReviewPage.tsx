// One review of a bet, in the order that keeps hindsight out: the original, the rating, the memory, and only then the outcome. Nothing of
// the outcome and nothing of the odds is on the page before its step.
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { ReviewDay } from '../../../../domain/bet/terms.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { RefusedError, useAsk } from '../../data/ask.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import { useBetNames } from '../bet/bet-names.ts';
import { Covered } from './Covered.tsx';
import { Revealed } from './Revealed.tsx';
import { ReviewChain } from './ReviewChain.tsx';
import { StepRate } from './StepRate.tsx';
import { StepRemember } from './StepRemember.tsx';
import { StepReveal } from './StepReveal.tsx';
import { reviewDay, type Bet, type Review } from './review-words.ts';
import '../../parts/parts.css';
import './review.css';

const NO_REVIEW = new Set(['not_found', 'bet_not_placed', 'bet_not_shipped', 'review_not_planned']);

export function ReviewPage(): ReactNode {
  const { id = '', days = '' } = useParams({ strict: false });
  const review = reviewDay(days);
  if (review === undefined) return <NotFound sentence={`Bets are looked at after 30, 90 and 365 days, not after ${days}.`}><AppLink href="/reviews">All reviews</AppLink></NotFound>;
  return <Asked key={`${id} ${days}`} id={id} days={review} />;
}

function Asked({ id, days }: { readonly id: string; readonly days: ReviewDay }): ReactNode {
  const asked = useAsk('review.get', { bet: id, review: days });
  const bet = useAsk('bet.get', { bet: id });
  const { error } = asked;
  if (error instanceof RefusedError && NO_REVIEW.has(error.code)) return <NotFound sentence={error.message}><AppLink href={error.code === 'not_found' ? '/reviews' : `/bets/${id}`}>{error.code === 'not_found' ? 'All reviews' : `Look at ${id}`}</AppLink></NotFound>;
  return (
    <Answered asked={asked} shape="page" words="Reading the review">
      {({ review }) => <Answered asked={bet} shape="page" words="Reading the bet">{({ bet: sealed }) => <Whole review={review} bet={sealed} />}</Answered>}
    </Answered>
  );
}

function Whole({ review, bet }: { readonly review: Review; readonly bet: Bet }): ReactNode {
  const [again, setAgain] = useState<'rate' | 'remember'>();
  const [fresh, setFresh] = useState(false);
  const names = useBetNames(bet.terms);
  const lessons = useAsk('lesson.list', { about: bet.id }, { when: bet.settledAt !== undefined });
  const own = (lessons.data?.lessons ?? []).filter((lesson) => lesson.bet.id === bet.id);
  const shown = review.readout !== undefined;
  const step = shown ? review.next : again ?? review.next;
  const chain = <ReviewChain review={review} current={step} learnt={own.length > 0} />;
  const taken = (): void => setAgain(undefined);
  if (review.readout !== undefined) return <Revealed review={review} readout={review.readout} bet={bet} lessons={own} chain={chain} fresh={fresh} />;
  const covered = <Covered terms={bet.terms} unit={names.metric?.unit} />;
  if (step === 'remember') return <><StepRemember review={review} bet={bet} chain={chain} onTaken={taken} onRateAgain={() => setAgain('rate')} />{covered}</>;
  if (step === 'reveal') return <><StepReveal review={review} bet={bet} chain={chain} onTaken={() => { setFresh(true); taken(); }} onRateAgain={() => setAgain('rate')} onRememberAgain={() => setAgain('remember')} />{covered}</>;
  return <><StepRate review={review} bet={bet} names={names} chain={chain} onTaken={taken} />{covered}</>;
}

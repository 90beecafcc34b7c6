// A review after its outcome was shown: the readout, what memory did, and what is still to be done: note, settle, write the lesson.
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { dayWords } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { ReadoutView } from '../../parts/readout/ReadoutView.tsx';
import type { Readout } from '../../parts/readout/readout-words.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { NextAction } from '../../ui/NextAction.tsx';
import { Section } from '../../ui/Section.tsx';
import { LessonForm, type Lesson } from './LessonForm.tsx';
import { LessonList } from './LessonList.tsx';
import { SettleBet } from './SettleBet.tsx';
import { StepNote } from './StepNote.tsx';
import { LUCK, memoryWords, PRIVATE, reviewAddress, type Bet, type Review } from './review-words.ts';

export interface RevealedProps {
  readonly review: Review;
  readonly readout: Readout;
  readonly bet: Bet;
  readonly lessons: readonly Lesson[];
  readonly chain: ReactNode;
  readonly fresh: boolean;
}

export function Revealed({ review, readout, bet, lessons, chain, fresh }: RevealedProps): ReactNode {
  const { effectLow, effectHigh } = bet.terms;
  const settled = bet.settledAt !== undefined;
  const killed = readout.kill?.state === 'tripped';
  return (
    <ReadoutView readout={readout} ship={bet.ship?.title} promised={effectLow === undefined || effectHigh === undefined ? undefined : { low: effectLow, high: effectHigh }} before={chain} fresh={fresh}
      under={<><Memory review={review} /><Ahead bet={bet} review={review} /></>} next={review.next === 'note' ? <StepNote key={review.review} review={review} onTaken={() => undefined} /> : !settled && (review.decides || killed) ? <SettleBet bet={bet} readout={readout} /> : review.decides ? <AfterSettled bet={bet} lessons={lessons} /> : <AfterLook review={review} bet={bet} />}>
      {settled && review.next !== 'note' && (review.decides || killed) && (
        <Section finding="What it taught" id="lesson"><Taught bet={bet} lessons={lessons} /></Section>
      )}
    </ReadoutView>
  );
}

/** The form stands open for the first lesson; another one is a press away. */
function Taught({ bet, lessons }: { readonly bet: Bet; readonly lessons: readonly Lesson[] }): ReactNode {
  const [another, setAnother] = useState(false);
  if (lessons.length === 0) return <LessonForm bet={bet} />;
  return (
    <>
      <LessonList lessons={lessons} label={`Lessons of ${bet.key}`} />
      {another ? <LessonForm bet={bet} onDone={() => setAnother(false)} /> : <p className="actions lesson-another"><Button kind="link" small onPress={() => setAnother(true)}>Write another</Button></p>}
    </>
  );
}

function Memory({ review }: { readonly review: Review }): ReactNode {
  const moved = memoryWords(review);
  const luck = LUCK.find(({ id }) => id === review.luck);
  return (
    <div className="review-memory">
      <p>{moved}{review.process !== undefined && <> You rated the decision {review.process} of 5 while the outcome was covered.</>}{luck !== undefined && <> You put it down to {luck.id === 'unknown' ? 'what you cannot tell' : luck.id === 'both' ? 'some luck and some skill' : luck.name.toLowerCase()}.</>}</p>
      {review.note !== undefined && <p className="quote">{review.note}</p>}
      <p className="muted">{PRIVATE}</p>
    </div>
  );
}

/** What this reading lets expect after a year, once enough bets were read at both; nothing before that. */
function Ahead({ bet, review }: { readonly bet: Bet; readonly review: Review }): ReactNode {
  const isEarly = review.review === 30 || review.review === 90;
  const asked = useAsk('readout.late', { bet: bet.id, from: review.review as 30, to: 365 }, { when: isEarly });
  return asked.data?.late === undefined ? null : <p className="review-ahead">{asked.data.sentence}</p>;
}

/** A settled bet asks for its lesson once, then leads to the record it joined. */
function AfterSettled({ bet, lessons }: { readonly bet: Bet; readonly lessons: readonly Lesson[] }): ReactNode {
  const navigate = useNavigate();
  const learnt = lessons.length > 0;
  useCommands([{ id: 'review.mastery', title: 'See your record', group: 'This review', keys: 'Enter', priority: -1, when: () => learnt, run: () => void navigate({ to: '/mastery' }) }]);
  if (!learnt) return <div className="next"><p><b>Write down what this taught.</b> Whoever drafts a bet like it will hear of it. Lost bets teach as much as won ones.</p></div>;
  return <NextAction proposal="See what it adds to your record." action={<Button kind="primary" command="review.mastery" onPress={() => void navigate({ to: '/mastery' })}>See your record</Button>}>{bet.key} is settled, sealed and learnt from.</NextAction>;
}

/** After a review that does not decide: which one does, and when. */
function AfterLook({ review, bet }: { readonly review: Review; readonly bet: Bet }): ReactNode {
  const navigate = useNavigate();
  const all = useAsk('review.list', { state: 'all' });
  const own = (all.data?.reviews ?? []).filter((one) => one.bet === bet.id && one.review !== review.review);
  const ahead = own.find(({ next }) => next === 'settle') ?? own.find(({ state }) => state === 'due') ?? own.find(({ state }) => state === 'waiting');
  const go = (): void => { if (ahead !== undefined) void navigate({ to: reviewAddress(ahead) }); };
  const unsettled = ahead?.next === 'settle';
  const due = ahead?.state === 'due' || unsettled;
  useCommands([{ id: 'review.next', title: 'Go to the next review of this bet', group: 'This review', keys: 'Enter', priority: -1, when: () => due, run: go }]);
  if (ahead === undefined) return null;
  if (due) return <NextAction proposal={unsettled ? `The ${ahead.review}-day review was shown and is not settled yet.` : `The ${ahead.review}-day review is due${ahead.decides ? ', and decides' : ''}.`} action={<Button kind="primary" command="review.next" onPress={go}>Go on to it</Button>} />;
  return <div className="next"><p><b>Nothing more to do here.</b> The {ahead.review}-day review{ahead.decides && ' decides; it'} is on {dayWords(ahead.dueOn)}. <AppLink className="link link-small" href="/reviews">All reviews</AppLink></p></div>;
}

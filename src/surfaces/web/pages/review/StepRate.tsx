// The first step: the original as it was sealed, outcome and odds covered, and how good the decision was with what was known then.
import type { ReactNode } from 'react';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { dayShort, dayWords, timeWords } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { hashWords } from '../bet/bet-words.ts';
import { SealedRecord } from '../bet/SealedRecord.tsx';
import { ODDS_LINES, type RecordNames } from '../bet/bet-record.ts';
import { RATINGS, withoutOdds, type Bet, type Review } from './review-words.ts';

export interface StepProps {
  readonly review: Review;
  readonly bet: Bet;
  /** The stations above the sentence. */
  readonly chain: ReactNode;
  readonly onTaken: () => void;
}

export function StepRate({ review, bet, names, chain, onTaken }: StepProps & { readonly names: RecordNames }): ReactNode {
  const rate = useDo('review.rate', { done: onTaken });
  const due = review.state !== 'waiting';
  const give = (process: number): void => { if (due) rate.mutate({ bet: bet.id, review: review.review as 30, process }); };
  useCommands(RATINGS.map((name, at) => ({ id: `review.rate.${at + 1}`, title: `Rate the decision ${at + 1} of 5: ${name.toLowerCase()}`, group: 'This review', keys: String(at + 1), when: () => due && !rate.isPending, run: () => give(at + 1) })));
  const what = bet.ship?.title ?? bet.claim;
  return (
    <>
      <Lead>
        {chain}
        <Sentence lede={due ? 'Read what was sealed, then say how good the decision was. How it came out stays covered: knowing it would bend what you say.' : 'Nothing is to be done before then. What was sealed stays readable.'}>
          {due ? `Was “${what}” a good decision, with what was known then?` : `The ${review.review}-day review of “${what}” is on ${dayWords(review.dueOn)}.`}
        </Sentence>
        <Freshness>{bet.key}, sealed {dayShort(bet.placedAt ?? bet.createdAt)}{bet.ship !== undefined && <>, shipped {dayShort(bet.ship.shippedOn)}</>}. {due && <>Its {review.review} days were over on {dayShort(review.dueOn)}. </>}{review.decides ? 'This is the review that decides.' : 'This review does not decide; it says how things stand.'}</Freshness>
      </Lead>
      <Section finding="What was sealed, before anyone knew">
        {bet.seal !== undefined && <p className="review-seal">Sealed {timeWords(bet.seal.sealedAt)} <span className="hash">{hashWords(bet.seal.sha256)}</span></p>}
        <SealedRecord terms={bet.terms} names={names} amendments={withoutOdds(bet.amendments)} covered={{ lines: ODDS_LINES, words: 'Covered until the outcome is shown to you; what you remember of it is asked first.' }} />
      </Section>
      {due && (
        <div className="next review-ask">
          <p><b>How good was the decision?</b> Not how it came out: what was known, asked and weighed.</p>
          <div className="review-choices" role="group" aria-label="How good was the decision">
            {RATINGS.map((name, at) => <Button key={name} command={`review.rate.${at + 1}`} pressed={review.process === at + 1} busy={rate.isPending} onPress={() => give(at + 1)}><span className="only-narrow">{at + 1} </span>{name}</Button>)}
          </div>
        </div>
      )}
      {rate.error !== null && <AskError error={rate.error} kept="Nothing was written." />}
    </>
  );
}

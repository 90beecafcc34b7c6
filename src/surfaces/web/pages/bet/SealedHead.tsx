// The head of a placed bet: its claim or its outcome as a sentence, the seal just made, and the one next step of its stage.
import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { chance, said } from '../../charts/outcome/measure.ts';
import { useAsk } from '../../data/ask.ts';
import { dayShort, dayWords } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { EffectWhy } from '../../parts/readout/EffectWhy.tsx';
import { Button } from '../../ui/Button.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { NumberRef } from '../../ui/NumberRef.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Verdict, type VerdictKind } from '../../ui/Verdict.tsx';
import { BetChain } from './BetChain.tsx';
import { Claim } from './Claim.tsx';
import type { BetNames } from './bet-names.ts';
import { moneyWords } from './bet-measure.ts';
import { outcomeSentence, verdictNote, type Bet, type Doing, type Outcome, type Review, type Seal } from './bet-words.ts';

const KINDS: Readonly<Record<Exclude<Outcome['status'], 'dropped'>, VerdictKind>> = { won: 'won', lost: 'lost', inconclusive: 'cannot_tell', refused: 'cannot_tell' };

export function SealedHead({ bet, names, fresh, onDo }: { readonly bet: Bet; readonly names: BetNames; readonly fresh: Seal | undefined; readonly onDo: (doing: Doing) => void }): ReactNode {
  const { terms, outcome, ship, seal } = bet;
  const bar = terms.minEffect === undefined ? '' : said(terms.minEffect, names.measure);
  return (
    <>
      <Lead>
        <BetChain bet={bet} />
        {outcome === undefined
          ? <Sentence lede={<>Placed {seal !== undefined && dayWords(seal.sealedAt)}: {names.metric?.name ?? 'its metric'} {terms.direction} by {bar} or more{ship === undefined ? <>, judged {terms.primaryReview} days after it ships.</> : <>. It reached users on {dayWords(ship.shippedOn)}; day {terms.primaryReview} decides.</>}</>}><Claim words={bet.claim} /></Sentence>
          : <Sentence lede={<Settled outcome={outcome} bet={bet} />}><OutcomeWords outcome={outcome} words={outcomeSentence(outcome, terms, names.measure, names.metric?.name)} number={outcome.effect === undefined ? '' : said(outcome.effect, names.measure, { signed: true })} /></Sentence>}
        <Freshness>{bet.key}, written down {dayShort(bet.createdAt)}{bet.settledAt !== undefined && <>, settled {dayShort(bet.settledAt)}</>}.{outcome !== undefined && <> The claim: “{bet.claim}”</>}</Freshness>
        {fresh !== undefined && <Fresh seal={fresh} />}
      </Lead>
      {bet.stage === 'placed' && (
        <NextAction proposal="Say when it ships." action={<Button kind="primary" command="bet.ship" onPress={() => onDo('ship')}>It shipped</Button>} alternative={<More onDo={onDo} />}>
          The clock of {terms.primaryReview} days starts with the ship; forecasts close with it.
        </NextAction>
      )}
      {bet.stage === 'shipped' && <ShippedNext bet={bet} onDo={onDo} />}
    </>
  );
}

/** The sentence with its effect as a number that opens into the readout it came from. */
function OutcomeWords({ outcome, words, number }: { readonly outcome: Outcome; readonly words: string; readonly number: string }): ReactNode {
  const at = number === '' ? -1 : words.indexOf(number);
  if (at < 0 || outcome.readout === undefined) return words;
  return <>{words.slice(0, at)}<NumberRef id="effect" explain={<EffectOf readout={outcome.readout} />}>{number}</NumberRef>{words.slice(at + number.length)}</>;
}

function EffectOf({ readout: id }: { readonly readout: string }): ReactNode {
  return <Answered asked={useAsk('readout.get', { readout: id })} words="Looking up what stands behind the number">{({ readout }) => <EffectWhy readout={readout} />}</Answered>;
}

function More({ onDo }: { readonly onDo: (doing: Doing) => void }): ReactNode {
  return <><Button kind="link" command="bet.amend" onPress={() => onDo('amend')}>Amend it</Button><Button kind="link" command="bet.drop" hintOnly onPress={() => onDo('drop')}>Drop it</Button></>;
}

/** The seal just made, whole: the one moment in which somebody may want to write it down. */
function Fresh({ seal }: { readonly seal: Seal }): ReactNode {
  return (
    <div className="bet-fresh" role="status">
      <p><b>Sealed.</b> It is seal {seal.position} of this workspace. Nobody can change it now without it showing.</p>
      <p><code className="hash">{seal.sha256}</code></p>
      <p className="muted">{seal.previous === undefined ? 'The first of its chain.' : <>Follows <code className="hash">{seal.previous}</code></>}</p>
    </div>
  );
}

function Settled({ outcome, bet }: { readonly outcome: Outcome; readonly bet: Bet }): ReactNode {
  const { terms } = bet;
  const avoided = outcome.costAvoided === undefined ? null : <> Ending it early saved {moneyWords(outcome.costAvoided, terms.money)}.</>;
  if (outcome.status === 'dropped') return <>Why: “{outcome.reason}”.{avoided}</>;
  const note = verdictNote(outcome);
  return (
    <>
      <Verdict kind={KINDS[outcome.status]} />{note === '' ? '.' : `: ${note}.`}
      {outcome.grade !== undefined && <> Grade {outcome.grade}.</>}
      {terms.probability !== undefined && <> You had given it {chance(terms.probability)}{outcome.chance !== undefined && <>; by what was measured, the chance that the effect reaches the bar is {chance(outcome.chance)}</>}.</>}{avoided}
    </>
  );
}

function ShippedNext({ bet, onDo }: { readonly bet: Bet; readonly onDo: (doing: Doing) => void }): ReactNode {
  const navigate = useNavigate();
  const reviews = useAsk('review.list', { state: 'all' });
  const own = (reviews.data?.reviews ?? []).filter((review) => review.bet === bet.id);
  const due = own.find(({ state }) => state === 'due') ?? own.find(({ next }) => next === 'note' || next === 'settle');
  const go = (review: Review): void => void navigate({ to: `/bets/${bet.key}/review/${review.review}` });
  useCommands([{ id: 'bet.review', title: 'Go to the review', group: 'This bet', keys: 'r', when: () => due !== undefined, run: () => { if (due) go(due); } }]);
  if (reviews.data === undefined) return null;
  const next = own.find(({ state }) => state === 'waiting');
  if (due === undefined) {
    return (
      <div className="next wide"><p><b>Nothing to do until {next === undefined ? 'its reviews are planned' : dayWords(next.dueOn)}.</b> {next !== undefined && <>Then its {next.review}-day review falls due. A look in between is possible below; it decides nothing.</>}</p><More onDo={onDo} /></div>
    );
  }
  return (
    <NextAction proposal={due.state === 'due' ? `The ${due.review}-day review has been due since ${dayWords(due.dueOn)}.` : `Finish the ${due.review}-day review.`} action={<Button kind="primary" command="bet.review" onPress={() => go(due)}>{due.next === 'settle' ? 'Settle the bet' : 'Begin the review'}</Button>} alternative={<More onDo={onDo} />}>
      {due.decides ? 'It is the one that decides.' : 'It decides nothing yet; it says whether the bet is on or off track.'} The outcome is shown after you have rated the decision.
    </NextAction>
  );
}

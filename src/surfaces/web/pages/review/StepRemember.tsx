// The second step: the probability as it is remembered, typed before it is shown.
import { useState, type ReactNode } from 'react';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { chanceIn } from './review-words.ts';
import type { StepProps } from './StepRate.tsx';

export function StepRemember({ review, bet, chain, onTaken, onRateAgain }: StepProps & { readonly onRateAgain: () => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const remember = useDo('review.remember', { done: onTaken });
  const given = chanceIn(typed);
  const keep = (): void => {
    setTried(true);
    if (given !== undefined) remember.mutate({ bet: bet.id, review: review.review as 30, probability: given });
  };
  useCommands([{ id: 'review.keep', title: 'Keep what I remember', group: 'This review', keys: '$mod+Enter', run: keep }]);
  return (
    <>
      <Lead>
        {chain}
        <Sentence lede="From memory, before it is shown. Nobody scores it; it shows how far knowing what came after moves what we think we thought.">What probability do you remember giving?</Sentence>
      </Lead>
      <form className="review-form" aria-label="What you remember" onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <TextField label="Probability that it reaches the bar, in per cent" short inputMode="decimal" autoFocus value={typed} onChange={setTyped} maxLength={8} {...(tried && given === undefined ? { error: 'A number from 0 to 100.' } : {})} />
        {remember.error !== null && <AskError error={remember.error} kept="Nothing was written." />}
        <div className="next">
          <p>You rated the decision {review.process} of 5.</p>
          <Button kind="primary" type="submit" command="review.keep" busy={remember.isPending}>Keep what I remember</Button>
          <Button kind="link" onPress={onRateAgain}>Rate again</Button>
        </div>
      </form>
    </>
  );
}

// The third step: the outcome is computed, frozen and shown. A test or a staggered rollout brings its file and says which column is which.
import { useState, type ReactNode } from 'react';
import type { InputOf } from '../../../../contract/index.ts';
import { chance } from '../../charts/outcome/measure.ts';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Lead } from '../../ui/Lead.tsx';
import { NextAction } from '../../ui/NextAction.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { RevealFile } from './RevealFile.tsx';
import type { StepProps } from './StepRate.tsx';

type Brought = Pick<InputOf<'review.reveal'>, 'file' | 'columns'>;

export interface StepRevealProps extends StepProps {
  readonly onRateAgain: () => void;
  readonly onRememberAgain: () => void;
}

export function StepReveal({ review, bet, chain, onTaken, onRateAgain, onRememberAgain }: StepRevealProps): ReactNode {
  const { design } = bet.terms;
  const [brought, setBrought] = useState<Brought>();
  const reveal = useDo('review.reveal', { done: onTaken });
  const needsFile = design !== 'before-after';
  const ready = !needsFile || brought !== undefined;
  const show = (given: Brought = {}): void => reveal.mutate({ bet: bet.id, review: review.review as 30, ...given });
  useCommands([{ id: 'review.show', title: 'Show the outcome', group: 'This review', keys: 'Enter', priority: -1, when: () => ready && !reveal.isPending, run: () => show(brought) }]);
  return (
    <>
      <Lead>
        {chain}
        <Sentence lede={<>You rated the decision {review.process} of 5{review.remembered !== undefined && <> and remember giving {chance(review.remembered)}</>}. Once it is shown, both stay as you said them.</>}>{ready ? 'The outcome is ready, and covered.' : `The outcome is covered, and needs the ${design === 'experiment' ? 'test' : 'rollout'}’s numbers.`}</Sentence>
      </Lead>
      {needsFile && <RevealFile design={design} onBrought={setBrought} />}
      <NextAction proposal="See what came of it." action={<Button kind="primary" command="review.show" disabled={!ready} busy={reveal.isPending} onPress={() => { if (ready) show(brought); }}>Show the outcome</Button>}
        alternative={needsFile && !ready ? <Button kind="link" busy={reveal.isPending} onPress={() => show()}>It was read before</Button> : undefined}>
        It is computed from {needsFile ? 'your file' : 'the metric as it is known today'} and frozen with its inputs.
      </NextAction>
      <div role="status">{reveal.isPending && <Computing needsFile={needsFile} />}</div>
      {reveal.error !== null && <AskError error={reveal.error} kept="Nothing was shown; what you rated and remembered is kept." />}
      <p className="actions review-again"><Button kind="link" small onPress={onRateAgain}>Rate again</Button><Button kind="link" small onPress={onRememberAgain}>Remember again</Button></p>
    </>
  );
}

/** The time it takes is not known beforehand, so the bar is hatched and claims nothing. */
function Computing({ needsFile }: { readonly needsFile: boolean }): ReactNode {
  return (
    <div className="progress progress-open review-computing">
      <p className="progress-head"><b>{needsFile ? 'Reading the file' : 'Trying the method on dates when nothing shipped, then on yours'}</b></p>
      <div className="progress-track" role="progressbar" aria-label="Computing the readout"><div className="progress-fill" style={{ transform: 'scaleX(1)' }} /></div>
    </div>
  );
}

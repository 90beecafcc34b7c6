// The readouts of a bet so far, each frozen with the hash of its input and computed again on demand; and a look in between.
// A review’s readout stays covered until you have taken its steps.
import type { ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Recompute } from '../../parts/readout/Recompute.tsx';
import { spoken } from '../../parts/readout/readout-words.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Section } from '../../ui/Section.tsx';
import type { OutputOf } from '../../../../contract/index.ts';
import { hashWords, type Bet, type Review } from './bet-words.ts';

type Readout = OutputOf<'readout.list'>['readouts'][number];

const WORDS: Readonly<Record<NonNullable<Readout['word']>, string>> = { 'on-track': 'On track', 'off-track': 'Off track', 'cannot-tell': 'Cannot tell yet', 'still-there': 'Still there', fading: 'Fading' };
const VERDICTS: Readonly<Record<Readout['report']['verdict']['status'], string>> = { won: 'Won', lost: 'Lost', inconclusive: 'Cannot tell', refused: 'Cannot tell', 'too-early': 'Too early' };

export function Readouts({ bet }: { readonly bet: Bet }): ReactNode {
  const asked = useAsk('readout.list', { bet: bet.id });
  const reviews = useAsk('review.list', { state: 'all' });
  const running = bet.stage === 'shipped';
  const look = useDo('readout.make', { said: ({ readout }) => `Read out as of ${dayShort(readout.asOf)}, and frozen` });
  const make = (): void => look.mutate({ bet: bet.id });
  useCommands([{ id: 'readout.make', title: 'Look at it as it stands today', group: 'This bet', keys: 'l', when: () => running && bet.terms.design === 'before-after' && !look.isPending, run: make }]);
  const covers = (readout: Readout): Review | undefined => {
    if (bet.stage === 'settled' || readout.review === undefined) return undefined;
    return reviews.data?.reviews.find((one) => one.bet === bet.id && one.review === readout.review && ['rate', 'remember', 'reveal'].includes(one.next));
  };
  return (
    <Section finding={running ? 'How it stands' : 'How it was read out'} sub={running ? 'A look in between says on or off track and decides nothing. Each is frozen with the hash of its inputs.' : 'Each is frozen with the hash of its inputs and can be computed again to the digit.'}>
      <Answered asked={asked} words="Reading the readouts">
        {({ readouts }) => readouts.length === 0 ? <p className="muted">No readout yet.</p> : (
          <ul className="bet-readouts">{readouts.map((readout) => <Row key={readout.id} bet={bet} readout={readout} cover={covers(readout)} />)}</ul>
        )}
      </Answered>
      {running && (bet.terms.design === 'before-after'
        ? <p className="actions bet-give"><Button command="readout.make" busy={look.isPending} onPress={make}>Look at it as it stands today</Button></p>
        : <p className="bet-aside">A look in between needs the file of its {bet.terms.design === 'experiment' ? 'test' : 'rollout'}; the review asks for it.</p>)}
      {look.error !== null && <AskError error={look.error} kept="Nothing was frozen." />}
    </Section>
  );
}

function Row({ bet, readout, cover }: { readonly bet: Bet; readonly readout: Readout; readonly cover: Review | undefined }): ReactNode {
  const { verdict, grade } = readout.report;
  const word = readout.word === undefined ? VERDICTS[verdict.status] : WORDS[readout.word];
  const said = readout.word === undefined ? readout.sentence : readout.report.sentences[0] ?? readout.sentence;
  return (
    <li>
      <p className="bet-readout-head"><span className="row-meta">{dayShort(readout.asOf)}</span><span>{readout.review === undefined ? 'A look in between' : <AppLink className="link-row" href={`/bets/${bet.key}/review/${readout.review}`}>{readout.review}-day review</AppLink>}{readout.decides && ', the one that decides'}</span></p>
      {cover !== undefined ? <p>Covered until you have rated the decision and said what you remember. <AppLink className="link link-small" href={`/bets/${bet.key}/review/${cover.review}`}>Begin the review</AppLink></p> : (
        <>
          <p><b>{word}.</b> {spoken(said, readout.otherShips)}{verdict.status !== 'too-early' && ` Grade ${grade}.`}</p>
          <p className="bet-seal"><span>Inputs</span><code className="hash" title={readout.inputSha256}>{hashWords(readout.inputSha256)}</code></p>
          <Recompute readout={readout.id} />
        </>
      )}
    </li>
  );
}

// The one thing to do now: this week's line decision where there is one, else the questions that settle most, else drawing the line.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PATTERN_DAYS } from '../../../../domain/line/rule-of-three.ts';
import { hoursSaid } from '../../charts/attention/hours.ts';
import { useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { NextAction } from '../../ui/NextAction.tsx';
import type { Line } from './attention-words.ts';

export interface LineNextProps {
  readonly line: Line | undefined;
  readonly questions: number;
  readonly onQuestions: () => void;
}

/** `Carried 4 times, 3.2 hours, asked by sales.` */
function carriedWords({ by, who, finding: { carries } }: NonNullable<Line['decision']>): string {
  const minutes = carries.reduce((sum, carry) => sum + carry.minutes, 0);
  return `Carried ${carries.length === 1 ? 'once' : `${carries.length} times`} in ${PATTERN_DAYS} days, ${hoursSaid(minutes)}, ${by === 'asker' ? `asked by ${who}` : `about ${who}`}.`;
}

export function LineNext({ line, questions, onQuestions }: LineNextProps): ReactNode {
  const navigate = useNavigate();
  const keep = useDo('line.decide', { said: ({ says }) => says });
  const decision = line?.decision;
  const toLine = (): void => void navigate({ to: '/line' });
  const run = decision !== undefined ? toLine : questions > 0 ? onQuestions : toLine;
  const shown = decision !== undefined || questions > 0 || line?.drawn === false;
  useCommands([{ id: 'attention.next', title: 'Next step', group: 'Attention', keys: 'Enter', priority: -1, when: () => shown, run }]);
  if (decision !== undefined) {
    return (
      <>
        <NextAction proposal={`${decision.name}: should it be yours next time?`}
          action={<Button kind="primary" href="/line" command="attention.next" onPress={run}>Decide on the line</Button>}
          alternative={decision.options.some(({ choice }) => choice === 'keep') && <Button kind="link" busy={keep.isPending} onPress={() => keep.mutate({ decision: decision.decision, choice: 'keep' })}>Keep carrying, I choose to</Button>}>
          {carriedWords(decision)}
        </NextAction>
        {keep.isError && <AskError error={keep.error} kept="The line is as it was." />}
      </>
    );
  }
  if (questions > 0) {
    return (
      <NextAction proposal={questions === 1 ? 'One question waits.' : `${questions} questions wait.`} action={<Button kind="primary" command="attention.next" onPress={run}>Answer {questions === 1 ? 'it' : 'them'}</Button>} alternative={line?.drawn === false && <Button kind="link" href="/line" onPress={toLine}>Draw the line</Button>}>
        One press each; what you say is remembered for the whole series and what was hatched becomes solid.
      </NextAction>
    );
  }
  if (line?.drawn !== false) return null;
  return (
    <NextAction proposal="No line is drawn yet." action={<Button kind="primary" href="/line" command="attention.next" onPress={run}>Draw the line</Button>}>
      It says what each kind of work is to you and how many hours a week it may take. A first one is proposed from these weeks and seen before it is kept.
    </NextAction>
  );
}

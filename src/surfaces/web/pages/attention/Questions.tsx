// The week's few questions, one press each: the likeliest kinds under 1 to 3, another under 4, skipped by s. An answer holds for the series.
import { useState, type ReactNode, type RefObject } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import type { Kind } from '../../../../domain/attention/kinds.ts';
import { hoursSaid, hoursShort } from '../../charts/attention/hours.ts';
import { useAsk, useDo } from '../../data/ask.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { NumberLink } from '../../ui/NumberRef.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { titleOf, usualKinds } from './attention-words.ts';
import { useAttention } from './attention-context.ts';
import { eventWhy } from './event-address.ts';
import { KindPicker } from './KindPicker.tsx';

type Question = OutputOf<'attention.questions'>['questions'][number];

export function Questions({ place }: { readonly place: RefObject<HTMLDivElement | null> }): ReactNode {
  const { week } = useAttention();
  const asked = useAsk('attention.questions', {});
  const [other, setOther] = useState<Question>();
  const answer = useDo('attention.answer', { said: ({ says }) => says, done: () => setOther(undefined) });
  const held = useDo('attention.held', { said: ({ says }) => says });
  const questions = asked.data?.questions ?? [];
  const choose = (question: Question | undefined, number: number): void => {
    if (question === undefined || answer.isPending || held.isPending) return;
    if (question.asks === 'held') {
      if (number <= 2) held.mutate({ event: question.event.event, held: number === 1 });
      return;
    }
    const one = question.top3[number - 1];
    if (number === 4) setOther(question);
    else if (one !== undefined) answer.mutate({ question: question.question, kind: one.kind });
  };
  const skip = (question: Question | undefined): void => { if (question !== undefined) answer.mutate({ question: question.question, skip: true }); };
  const keys = useRowKeys({
    name: 'attention.questions', group: 'Questions', count: questions.length,
    actions: [
      ...[1, 2, 3, 4].map((number) => ({ keys: String(number), title: number === 4 ? 'Another kind' : `Answer ${number}`, run: (index: number) => choose(questions[index], number) })),
      { keys: 's', title: 'Skip the question', run: (index: number) => skip(questions[index]) },
    ],
  });
  const settled = questions.reduce((sum, question) => sum + question.weeklyMinutes, 0);
  const guessed = week.byKind.reduce((sum, row) => sum + (row.kind === 'unsorted' ? row.minutes : row.minutes - row.confirmedMinutes), 0);
  return (
    <div ref={place} tabIndex={-1} className="att-questions">
      {asked.isError && <Section finding="Questions"><AskError error={asked.error} kept="Answers given before are kept." onRetry={() => void asked.refetch()} /></Section>}
      {asked.isPending && week.questions > 0 && <Skeleton shape="rows" rows={3} words="Reading the questions" />}
      {asked.data !== undefined && questions.length > 0 && (
        <Section finding={questions.length === 1 ? `One answer would settle ${hoursShort(settled)} hours a week` : `${numberWord(questions.length)} answers would settle ${hoursShort(settled)} hours a week`} sub={<>{asked.data.accuracy.says}{asked.data.accuracy.says.endsWith('.') ? '' : '.'}{guessed >= 3 && ` ${hoursShort(guessed)} hours here are guessed.`}</>}>
          <Rows items={questions} itemKey={(question) => question.question} keys={keys} label="Questions of this week" className="att-question" rowLabel={(question) => `${titleOf(question.event)}: ${question.says}`}>
            {(question) => <QuestionRow question={question} busy={answer.isPending || held.isPending} onChoose={(number) => choose(question, number)} onSkip={() => skip(question)} />}
          </Rows>
          {(answer.isError || held.isError) && <AskError error={answer.error ?? held.error} kept="Nothing was changed." />}
        </Section>
      )}
      {other !== undefined && (
        <Dialog open onClose={() => setOther(undefined)} title={`What kind of work is “${titleOf(other.event)}”?`} foot={<Button kind="link" onPress={() => setOther(undefined)}>Back to the questions</Button>}>
          <KindPicker usual={usualKinds(week, other.top3.map(({ kind }) => kind))} onChoose={(kind: Kind) => answer.mutate({ question: other.question, kind })} />
          {answer.isError && <AskError error={answer.error} kept="Nothing was changed." />}
        </Dialog>
      )}
    </div>
  );
}

const numberWord = (count: number): string => ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'][count] ?? String(count);

function QuestionRow({ question, busy, onChoose, onSkip }: { readonly question: Question; readonly busy: boolean; readonly onChoose: (number: number) => void; readonly onSkip: () => void }): ReactNode {
  const { event, top3, asks } = question;
  const said = asks === 'held' ? question.says : `${hoursSaid(question.weeklyMinutes)} a week, ${event.people === 1 ? 'nobody else named' : `${event.people} people`}${event.kind === 'unsorted' ? '' : `; taken for ${event.kindName}`}`;
  const answers = asks === 'held' ? ['Held', 'Not held'] : top3.slice(0, 3).map(({ name }) => name);
  return (
    <>
      <p className="att-question-head"><b><NumberLink id={eventWhy(event.event)} open={false} label={`${titleOf(event)}, why it is asked`}>{titleOf(event)}</NumberLink></b> <span className="row-meta">{said}</span></p>
      <div className="actions">
        {answers.map((name, at) => <Button key={name} kind="link" small keys={String(at + 1)} disabled={busy} onPress={() => onChoose(at + 1)}>{name}</Button>)}
        {asks === 'kind' && <Button kind="link" small keys="4" disabled={busy} onPress={() => onChoose(4)}>other</Button>}
        <Button kind="link" small disabled={busy} onPress={onSkip}>skip</Button>
      </div>
    </>
  );
}

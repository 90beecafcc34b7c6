// What a settled bet taught, and which bets and problems that speaks for or against: written down, reworded, removed, with undo.
import { useState, type ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { NextAction } from '../../ui/NextAction.tsx';
import { Section } from '../../ui/Section.tsx';
import type { BetNames } from './bet-names.ts';
import type { Bet, Lesson } from './bet-words.ts';
import { LessonDialog } from './LessonDialog.tsx';

export function Lessons({ bet, names }: { readonly bet: Bet; readonly names: BetNames }): ReactNode {
  const asked = useAsk('lesson.list', { about: bet.id });
  const [writing, setWriting] = useState<{ readonly before?: Lesson }>();
  const add = (): void => setWriting({});
  useCommands([{ id: 'lesson.add', title: 'Write down what it taught', group: 'This bet', keys: 'w', when: () => writing === undefined, run: add }]);
  return (
    <Answered asked={asked} words="Reading the lessons">
      {({ lessons }) => {
        const own = lessons.filter((lesson) => lesson.bet.id === bet.id);
        const others = lessons.filter((lesson) => lesson.bet.id !== bet.id);
        return (
          <>
            {own.length === 0 && <NextAction proposal="Write down what this taught." action={<Button kind="primary" command="lesson.add" onPress={add}>Write the lesson</Button>}>It is offered when somebody writes the next bet on this problem, this metric or in these words.</NextAction>}
            {(own.length > 0 || others.length > 0) && (
              <Section finding={own.length === 0 ? 'What other bets say of this one' : own.length === 1 ? 'What it taught' : 'What it taught, in parts'}>
                {own.map((lesson) => <OneLesson key={lesson.id} lesson={lesson} onChange={() => setWriting({ before: lesson })} />)}
                {others.map((lesson) => <OneLesson key={lesson.id} lesson={lesson} />)}
                {own.length > 0 && <p className="actions bet-give"><Button kind="link" small command="lesson.add" hintOnly onPress={add}>Write another</Button></p>}
              </Section>
            )}
            {writing !== undefined && <LessonDialog bet={bet} names={names} before={writing.before} onClose={() => setWriting(undefined)} />}
          </>
        );
      }}
    </Answered>
  );
}

function OneLesson({ lesson, onChange }: { readonly lesson: Lesson; readonly onChange?: () => void }): ReactNode {
  const remove = useDo('lesson.change', { said: () => `${lesson.key} is removed` });
  const linked = (stance: Lesson['links'][number]['stance'], word: string): ReactNode => {
    const links = lesson.links.filter((link) => link.stance === stance);
    return links.length > 0 && <>{word} {links.map((link, at) => <span key={link.id}>{at > 0 && ', '}<AppLink className="link-row" href={`/${link.target}s/${link.key}`}>{link.key} {link.title}</AppLink></span>)}. </>;
  };
  return (
    <div className="bet-lesson">
      <p className="lede">{lesson.words}</p>
      <p className="section-sub">{linked('supports', 'Supports')}{linked('contradicts', 'Contradicts')}{lesson.key}, {onChange === undefined ? <>from <AppLink className="link-row" href={`/bets/${lesson.bet.key}`} label={`${lesson.bet.key}, ${lesson.bet.claim}`}>{lesson.bet.key}</AppLink>, </> : ''}written down {dayShort(lesson.createdAt)}.</p>
      {onChange !== undefined && <p className="actions"><Button kind="link" small label={`Change ${lesson.key}`} onPress={onChange}>Change</Button><Button kind="link" small label={`Remove ${lesson.key}`} busy={remove.isPending} onPress={() => remove.mutate({ lesson: lesson.id, remove: true })}>Remove</Button></p>}
      {remove.error !== null && <AskError error={remove.error} kept="The lesson is still there." />}
    </div>
  );
}

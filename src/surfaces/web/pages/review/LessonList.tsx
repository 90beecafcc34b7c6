// Lessons as sentences, each with the bet it came from and what it speaks for or against; reworded in place, removed with a way back.
import { useState, type ReactNode } from 'react';
import { AppLink } from '../../parts/AppLink.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { dayShort } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { LessonForm, type Lesson } from './LessonForm.tsx';

const STATUS: Readonly<Record<string, string>> = { won: 'won', lost: 'lost', inconclusive: 'cannot tell', refused: 'cannot tell', dropped: 'dropped' };

export function LessonList({ lessons, label }: { readonly lessons: readonly Lesson[]; readonly label: string }): ReactNode {
  const [changing, setChanging] = useState<string>();
  const remove = useDo('lesson.change', { said: () => 'The lesson is removed' });
  return (
    <>
      <ul className="lessons" aria-label={label}>
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            {changing === lesson.id ? <LessonForm bet={lesson.bet} lesson={lesson} onDone={() => setChanging(undefined)} /> : (
              <>
                <p className="lesson-words">{lesson.words}</p>
                <p className="lesson-from">
                  {lesson.key}, from <AppLink className="link-row" href={`/bets/${lesson.bet.key}`}>{lesson.bet.key} {lesson.bet.claim}</AppLink>{lesson.bet.status !== undefined && `, ${STATUS[lesson.bet.status] ?? lesson.bet.status}`}; {dayShort(lesson.createdAt)}.
                  {(['supports', 'contradicts'] as const).map((stance) => {
                    const spoken = lesson.links.filter((link) => link.stance === stance);
                    return spoken.length > 0 && <span key={stance}> {stance === 'supports' ? 'Supports' : 'Contradicts'} {spoken.map((link, at) => <span key={link.id}>{at > 0 && ', '}<AppLink className="link-row" href={`/${link.target}s/${link.key}`}>{link.key} {link.title}</AppLink></span>)}.</span>;
                  })}
                </p>
                <p className="actions"><Button kind="link" small label={`Reword ${lesson.key}`} onPress={() => setChanging(lesson.id)}>Reword</Button><Button kind="link" small label={`Remove ${lesson.key}`} busy={remove.isPending} onPress={() => remove.mutate({ lesson: lesson.id, remove: true })}>Remove</Button></p>
              </>
            )}
          </li>
        ))}
      </ul>
      {remove.error !== null && <AskError error={remove.error} kept="The lesson is still there." />}
    </>
  );
}

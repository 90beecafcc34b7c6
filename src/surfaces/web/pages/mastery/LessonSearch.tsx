// Every lesson, newest first, narrowed by words: in its own words, its bet's, or what it speaks for.
import type { ReactNode } from 'react';
import { Answered } from '../../parts/Answered.tsx';
import { useAsk } from '../../data/ask.ts';
import { counted } from '../../data/words.ts';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Lesson } from '../review/LessonForm.tsx';
import { LessonList } from '../review/LessonList.tsx';

export function lessonFits(lesson: Lesson, words: string): boolean {
  const text = [lesson.key, lesson.words, lesson.bet.key, lesson.bet.claim, ...lesson.links.flatMap(({ key, title }) => [key, title])].join(' ').toLowerCase();
  return words.toLowerCase().split(/\s+/).filter(Boolean).every((word) => text.includes(word));
}

export function LessonSearch({ words, onWords }: { readonly words: string; readonly onWords: (words: string) => void }): ReactNode {
  const asked = useAsk('lesson.list', {});
  return (
    <Section finding="What it taught" id="lessons">
      <Answered asked={asked} words="Reading the lessons">
        {({ lessons }) => {
          if (lessons.length === 0) return <p className="muted">No lesson is written down yet. One follows every settled bet, and is offered where a bet like it is drafted.</p>;
          const found = lessons.filter((lesson) => lessonFits(lesson, words));
          return (
            <>
              <div className="mastery-search"><TextField label="Find a lesson" type="search" value={words} onChange={onWords} maxLength={200} /></div>
              <p className="small muted" role="status">{words.trim() === '' ? `${counted(lessons.length, 'lesson')}.` : `${found.length} of ${counted(lessons.length, 'lesson')}.`}</p>
              <LessonList lessons={found} label="Lessons" />
            </>
          );
        }}
      </Answered>
    </Section>
  );
}

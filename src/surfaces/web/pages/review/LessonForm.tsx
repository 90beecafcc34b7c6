// What a settled bet taught, and which bets and problems that speaks for or against. Writes a new lesson or rewords one.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { AskError } from '../../parts/AskError.tsx';
import { TargetPicker, type Target } from '../../parts/TargetPicker.tsx';
import { useDo } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { TextField } from '../../ui/TextField.tsx';

export type Lesson = OutputOf<'lesson.list'>['lessons'][number];
type Stance = 'supports' | 'contradicts';
interface Link { readonly target: 'bet' | 'problem'; readonly id: string; readonly key: string; readonly title: string; readonly stance: Stance }

/** `lesson` undefined writes a new one about `bet`. `onDone` is called when it is kept or left. */
export function LessonForm({ bet, lesson, onDone }: { readonly bet: { readonly id: string; readonly key: string }; readonly lesson?: Lesson | undefined; readonly onDone?: (() => void) | undefined }): ReactNode {
  const [words, setWords] = useState(lesson?.words ?? '');
  const [links, setLinks] = useState<readonly Link[]>(lesson?.links ?? []);
  const [picking, setPicking] = useState<Stance>();
  const add = useDo('lesson.add', { said: ({ lesson: kept }) => `${kept.key} is kept`, done: () => { setWords(''); setLinks([]); onDone?.(); } });
  const change = useDo('lesson.change', { said: ({ lesson: kept }) => `${kept?.key ?? 'The lesson'} is changed`, done: () => onDone?.() });
  const busy = add.isPending || change.isPending;
  const error = add.error ?? change.error;
  const keep = (): void => {
    const said = words.trim();
    if (said === '' || busy) return;
    const spoken = links.map(({ target, id, stance }) => ({ target, reference: id, stance }));
    if (lesson === undefined) add.mutate({ bet: bet.id, words: said, links: spoken });
    else change.mutate({ lesson: lesson.id, words: said, links: spoken });
  };
  const choose = (target: Target): void => {
    const stance = picking ?? 'supports';
    setPicking(undefined);
    setLinks((before) => [...before.filter(({ id }) => id !== target.id), { target: target.kind, id: target.id, key: target.key, title: target.title, stance }]);
  };
  useCommands([{ id: 'lesson.keep', title: 'Keep the lesson', group: 'Lessons', keys: '$mod+Enter', when: () => picking === undefined, run: keep }]);
  return (
    <form className="lesson-form" aria-label={lesson === undefined ? `What ${bet.key} taught` : `Reword ${lesson.key}`} onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <TextField label="What did it teach?" hint="A sentence or two that somebody with the next bet can use." multiline value={words} onChange={setWords} maxLength={2000} autoFocus={lesson !== undefined} />
      {links.length > 0 && (
        <ul className="lesson-links" aria-label="What it speaks for or against">
          {links.map((link) => (
            <li key={link.id}>
              <span><b>{link.stance === 'supports' ? 'Supports' : 'Contradicts'}</b> {link.key} {link.title}</span>
              <Button kind="link" small label={`Take ${link.key} away`} onPress={() => setLinks(links.filter(({ id }) => id !== link.id))}>Take away</Button>
            </li>
          ))}
        </ul>
      )}
      {error !== null && <AskError error={error} kept="Your words are still here." />}
      <div className="lesson-foot actions">
        <Button kind="primary" type="submit" command="lesson.keep" disabled={words.trim() === ''} busy={busy}>Keep the lesson</Button>
        <Button kind="link" onPress={() => setPicking('supports')}>It supports …</Button>
        <Button kind="link" onPress={() => setPicking('contradicts')}>It contradicts …</Button>
        {lesson !== undefined && <Button kind="link" onPress={() => onDone?.()}>Leave it</Button>}
      </div>
      {picking !== undefined && (
        <Dialog open onClose={() => setPicking(undefined)} title={picking === 'supports' ? 'What does the lesson support?' : 'What does the lesson contradict?'}>
          <TargetPicker onChoose={choose} />
        </Dialog>
      )}
    </form>
  );
}

// The fourth step: how much of it was luck, and what else is worth keeping.
import { useState, type ReactNode } from 'react';
import { AskError } from '../../parts/AskError.tsx';
import { useDo } from '../../data/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { TextField } from '../../ui/TextField.tsx';
import { LUCK, type Review } from './review-words.ts';

export function StepNote({ review, onTaken }: { readonly review: Review; readonly onTaken: () => void }): ReactNode {
  const [luck, setLuck] = useState<NonNullable<Review['luck']> | undefined>(review.luck);
  const [words, setWords] = useState(review.note ?? '');
  const keep = useDo('review.note', { said: () => 'Kept, for you alone', done: onTaken });
  const write = (): void => {
    if (luck === undefined) return;
    keep.mutate({ bet: review.bet, review: review.review as 30, luck, ...(words.trim() === '' ? {} : { note: words.trim() }) });
  };
  useCommands([
    ...LUCK.map(({ id, name }, at) => ({ id: `review.luck.${id}`, title: `It was: ${name.toLowerCase()}`, group: 'This review', keys: String(at + 1), run: () => setLuck(id) })),
    { id: 'review.keep', title: 'Keep the note', group: 'This review', keys: '$mod+Enter', run: write },
  ]);
  return (
    <section className="next review-ask" aria-labelledby="review-luck">
      <p id="review-luck"><b>How much of it was luck?</b> A good decision can come out badly, and a poor one well.</p>
      <div className="review-choices" role="group" aria-labelledby="review-luck">
        {LUCK.map(({ id, name }) => <Button key={id} command={`review.luck.${id}`} pressed={luck === id} onPress={() => setLuck(id)}>{name}</Button>)}
      </div>
      <div className="review-note-words"><TextField label="What else is worth keeping" optional multiline value={words} onChange={setWords} maxLength={2000} /></div>
      {keep.error !== null && <AskError error={keep.error} kept="Your words are still here." />}
      <p className="actions"><Button kind="primary" command="review.keep" disabled={luck === undefined} busy={keep.isPending} onPress={write}>Keep the note</Button></p>
    </section>
  );
}

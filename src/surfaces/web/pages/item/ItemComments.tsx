// What people said on an item, oldest first. What programs wrote is folded: it is no human touch.
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { counted, timeWords } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';

type Comment = OutputOf<'item.get'>['comments'][number];

export function ItemComments({ comments, more, format }: { readonly comments: readonly Comment[]; readonly more: number; readonly format: 'markdown' | 'jira' | 'plain' }): ReactNode {
  const [open, setOpen] = useState(false);
  const bots = comments.filter(({ bot }) => bot).length;
  if (comments.length === 0) return null;
  const people = comments.length - bots;
  const shown = comments.filter(({ bot }) => open || !bot);
  return (
    <Section finding={people === 0 ? 'Only programs have written here' : people === 1 ? 'What somebody said' : 'What people said'}>
      {more > 0 && <p className="muted small">The newest {comments.length} are here; {counted(more, 'older one is', 'older ones are')} in the tracker.</p>}
      <ol className="comments">
        {shown.map((comment) => (
          <li key={comment.id} className={comment.bot ? 'comment-bot' : undefined}>
            <p className="comment-head"><b>{comment.author ?? 'Somebody'}</b>{comment.bot && ', a program'}{comment.at !== undefined && <time className="muted small" dateTime={comment.at}>{timeWords(comment.at)}</time>}</p>
            <UntrustedText text={comment.text} format={format} />
          </li>
        ))}
      </ol>
      {bots > 0 && <p className="actions"><Button kind="link" small expanded={open} onPress={() => setOpen(!open)}>{open ? 'Fold what programs wrote' : `${counted(bots, 'message')} from programs`}</Button></p>}
    </Section>
  );
}

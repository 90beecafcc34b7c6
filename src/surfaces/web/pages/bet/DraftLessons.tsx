// Lessons a bet being written should hear of, beside the form: what settled bets taught about its problem, metric, kind or words.
import type { ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { Note } from '../../ui/Note.tsx';
import type { Bet } from './bet-words.ts';

const MOST = 4;

export function DraftLessons({ bet }: { readonly bet: Bet }): ReactNode {
  const offered = useAsk('lesson.offer', { bet: bet.id }, { keep: true });
  const lessons = (offered.data?.lessons ?? []).slice(0, MOST);
  if (lessons.length === 0) return null;
  return (
    <Note title="What was learnt about this" rows="1 / span 2">
      <ul className="bet-lessons">
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <p className="quote">{lesson.words}</p>
            <p>{lesson.why} From <AppLink className="link-row no-wrap" href={`/bets/${lesson.bet.key}`} label={`${lesson.bet.key}, ${lesson.bet.claim}`}>{lesson.bet.key}</AppLink>{lesson.bet.status !== undefined && `, ${lesson.bet.status === 'inconclusive' || lesson.bet.status === 'refused' ? 'cannot tell' : lesson.bet.status}`}.</p>
          </li>
        ))}
      </ul>
    </Note>
  );
}

// What every part of the page knows: the answer it stands on, the days chosen, the line, and how an event is taken up for correction.
import { createContext, useContext } from 'react';
import type { Kind } from '../../../../domain/attention/kinds.ts';
import type { ChosenDays } from './attention-days.ts';
import type { AttentionWeek, CharterRow, EventRow } from './attention-words.ts';

export interface Attention {
  readonly week: AttentionWeek;
  readonly line: ReadonlyMap<string, CharterRow>;
  readonly chosen: ChosenDays;
  /** When the answer was had, and from what, as an explanation says it. */
  readonly computed: string;
  /** Opens the correction of an event; with a kind, at the step that shows what would change. */
  readonly correct: (event: EventRow, kind?: Kind) => void;
  readonly defend: (event: EventRow) => void;
}

export const AttentionContext = createContext<Attention | undefined>(undefined);

export function useAttention(): Attention {
  const attention = useContext(AttentionContext);
  if (attention === undefined) throw new Error('A part of the attention page stands outside it.');
  return attention;
}

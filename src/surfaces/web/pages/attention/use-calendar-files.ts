// Calendar files on their way in: sent up, added, and what of them was not read. Holds the files until then, so that a failure loses nothing.
import { useRef, useState } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { useDo } from '../../data/ask.ts';
import { uploadAll } from '../source/upload.ts';

type Added = OutputOf<'calendar.add'>;

export type Bringing =
  | { readonly step: 'idle' }
  | { readonly step: 'sending'; readonly files: readonly File[]; readonly sent: number; readonly elapsedMs: number }
  | { readonly step: 'reading'; readonly files: readonly File[] }
  | { readonly step: 'added'; readonly added: Added }
  | { readonly step: 'failed'; readonly files: readonly File[]; readonly error: unknown };

export interface CalendarFiles {
  readonly bringing: Bringing;
  readonly bring: (files: readonly File[]) => void;
  readonly stop: () => void;
  /** Puts the account of the last files away. */
  readonly close: () => void;
}

export function useCalendarFiles(): CalendarFiles {
  const [bringing, setBringing] = useState<Bringing>({ step: 'idle' });
  const control = useRef<AbortController>(undefined);
  const add = useDo('calendar.add', { said: ({ says }) => says, done: (added) => setBringing({ step: 'added', added }) });
  const bring = async (files: readonly File[]): Promise<void> => {
    const mine = new AbortController();
    control.current = mine;
    const since = performance.now();
    setBringing({ step: 'sending', files, sent: 0, elapsedMs: 0 });
    try {
      const uploads = await uploadAll(files, (sent) => setBringing({ step: 'sending', files, sent, elapsedMs: performance.now() - since }), mine.signal);
      setBringing({ step: 'reading', files });
      await add.mutateAsync({ files: uploads.map(({ upload }) => ({ upload })) });
    } catch (error) {
      setBringing(mine.signal.aborted ? { step: 'idle' } : { step: 'failed', files, error });
    }
  };
  return { bringing, bring: (files) => void bring(files), stop: () => control.current?.abort(), close: () => setBringing({ step: 'idle' }) };
}

// Long work as it goes: what has been read so far, how fast, and about how long it still takes. Never a number that counts up by itself.
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { progressWords } from './progress-words.ts';

export interface ProgressProps {
  /** What is being done, as a sentence: `Reading export.csv`. */
  readonly title: string;
  readonly done: number;
  /** Undefined while the size is not known: the bar is then hatched. */
  readonly total?: number | undefined;
  readonly elapsedMs: number;
  /** What is counted: `items`. */
  readonly unit: string;
  readonly note?: ReactNode;
  /** Where the worker itself knows how far it is and how fast: a share of 0-1, and the pace in words; they stand in place of what `total` and `elapsedMs` tell. */
  readonly share?: number | undefined;
  readonly pace?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
}

export function Progress({ title, done, total, elapsedMs, unit, note, share, pace, onCancel }: ProgressProps): ReactNode {
  const told = progressWords({ done, total, elapsedMs, unit });
  const words = { ...told, share: share ?? told.share, pace: pace ?? told.pace };
  const percent = share === undefined ? undefined : Math.round(share * 100);
  return (
    <div className={words.share === undefined ? 'progress progress-open' : 'progress'}>
      <p className="progress-head"><b>{title}</b><span className="tabular">{words.counted}</span></p>
      <div className="progress-track" role="progressbar" aria-label={title} aria-valuemin={0} aria-valuemax={percent === undefined ? total : 100} aria-valuenow={percent ?? (total === undefined ? undefined : Math.min(done, total))} aria-valuetext={`${words.counted}. ${words.pace}`}>
        <div className="progress-fill" style={{ transform: `scaleX(${words.share ?? 1})` }} />
      </div>
      <p className="progress-note"><span>{words.pace}</span>{note !== undefined && <span>{note}</span>}{onCancel && <Button kind="link" small onPress={onCancel}>Stop here</Button>}</p>
    </div>
  );
}

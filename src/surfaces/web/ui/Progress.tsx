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
  readonly onCancel?: (() => void) | undefined;
}

export function Progress({ title, done, total, elapsedMs, unit, note, onCancel }: ProgressProps): ReactNode {
  const words = progressWords({ done, total, elapsedMs, unit });
  return (
    <div className={total === undefined ? 'progress progress-open' : 'progress'}>
      <p className="progress-head"><b>{title}</b><span className="tabular">{words.counted}</span></p>
      <div className="progress-track" role="progressbar" aria-label={title} aria-valuemin={0} aria-valuemax={total} aria-valuenow={total === undefined ? undefined : Math.min(done, total)} aria-valuetext={`${words.counted}. ${words.pace}`}>
        <div className="progress-fill" style={{ transform: `scaleX(${words.share ?? 1})` }} />
      </div>
      <p className="progress-note"><span>{words.pace}</span>{note !== undefined && <span>{note}</span>}{onCancel && <Button kind="link" small onPress={onCancel}>Stop here</Button>}</p>
    </div>
  );
}

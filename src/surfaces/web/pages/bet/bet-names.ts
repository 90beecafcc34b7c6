// What the ids in a bet's terms are called, and how its effect is counted.
import { useMemo } from 'react';
import type { Measure } from '../../charts/outcome/measure.ts';
import { useAsk } from '../../data/ask.ts';
import { effectMeasure, type Metric } from './bet-measure.ts';
import type { RecordNames } from './bet-record.ts';
import type { Terms } from './bet-words.ts';

export interface BetNames extends RecordNames {
  readonly metrics: readonly Metric[];
  /** The bet's own metric, once it is known. */
  readonly metric: Metric | undefined;
  readonly measure: Measure;
  /** False until metrics and problems are read: what is not known yet is not called missing. */
  readonly ready: boolean;
}

export function useBetNames({ metric: id, scale }: Pick<Terms, 'metric' | 'scale'>): BetNames {
  const metrics = useAsk('metric.list', { state: 'all' });
  const problems = useAsk('problem.list', { state: 'all' });
  return useMemo(() => {
    const known = metrics.data?.metrics ?? [];
    const metric = known.find((one) => one.id === id);
    return { metrics: known, problems: problems.data?.problems ?? [], metric, measure: effectMeasure(scale, metric), ready: metrics.data !== undefined && problems.data !== undefined };
  }, [metrics.data, problems.data, id, scale]);
}

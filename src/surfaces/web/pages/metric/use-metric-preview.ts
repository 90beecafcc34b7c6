// Asks for the picture of values that are not kept yet, anew whenever their content or the way they are read changes.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../../../../contract/index.ts';
import { ask, RefusedError } from '../../data/ask.ts';
import { fromOf, type Entry, type Rules } from './metric-entry.ts';

export type Preview = OutputOf<'metric.preview'>;

/** Nothing is asked without an entry. The former picture stays while the next one is on its way. */
export function useMetricPreview(entry: Entry | undefined, rules: Rules): UseQueryResult<Preview> {
  return useQuery<Preview>({
    queryKey: ['metric.preview', entry?.id, rules],
    queryFn: () => ask('metric.preview', fromOf(entry!.given, rules)),
    enabled: entry !== undefined,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: (count, error) => !(error instanceof RefusedError) && count < 1,
    ...(entry === undefined ? {} : { placeholderData: keepPreviousData }),
  });
}

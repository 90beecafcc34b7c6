// Findings of one rule, a page at a time, with answers that show at once and are taken back when the server says no.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { OperationName, OutputOf } from '../../../../contract/index.ts';
import type { RuleName } from '../../../../domain/backlog/finding.ts';
import { ask, errorWords } from '../../data/ask.ts';
import type { DisputeInput } from '../../parts/DisputeDialog.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { keptPlaces } from './kept-places.ts';

type Page = OutputOf<'finding.list'>;
export type ToldFinding = Page['findings'][number];

const PAGE = 50;
const STATE = { right: 'agreed', wrong: 'disputed', leave: 'left' } as const;

export interface Findings {
  readonly rows: readonly ToldFinding[];
  readonly total: number | undefined;
  readonly error: unknown;
  readonly loading: boolean;
  readonly hasMore: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
  readonly problem: string | undefined;
  /** `label` is the reason as the row shows it until the server's words are here. */
  readonly answer: (finding: ToldFinding, input: DisputeInput, label: string) => void;
}

export function useFindings(rule: RuleName): Findings {
  const queries = useQueryClient();
  const asked = useInfiniteQuery({
    queryKey: ['finding.list', rule], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask('finding.list', { rule, limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    getNextPageParam: (last: Page) => last.nextCursor,
  });
  const [answered, setAnswered] = useState<ReadonlyMap<string, ToldFinding>>(new Map());
  const [problem, setProblem] = useState<string>();
  // The order in which rows were first shown; renewed while rendering, so that no frame shows a row in another place.
  const [order, setOrder] = useState<readonly string[]>([]);
  const rows = useMemo(() => keptPlaces(order, asked.data?.pages.flatMap(({ findings }) => findings) ?? [], answered), [order, asked.data, answered]);
  if (rows.length !== order.length || rows.some(({ id }, at) => id !== order[at])) setOrder(rows.map(({ id }) => id));

  const put = (id: string, finding: ToldFinding | undefined): void => setAnswered((before) => {
    const next = new Map(before);
    if (finding === undefined) next.delete(id);
    else next.set(id, finding);
    return next;
  });
  const takeBack = (finding: ToldFinding, told: ToldFinding, undo: { readonly operation: string; readonly input: Record<string, unknown> }): void => {
    put(finding.id, finding);
    ask(undo.operation as OperationName, undo.input as never).catch((error: unknown) => {
      put(finding.id, told);
      setProblem(errorWords(error));
    }).finally(() => void queries.invalidateQueries());
  };
  const answer = (finding: ToldFinding, input: DisputeInput, label: string): void => {
    setProblem(undefined);
    put(finding.id, { ...finding, state: STATE[input.verdict], dispute: { verdict: input.verdict, words: label, at: new Date().toISOString() } });
    ask('finding.dispute', input).then(({ finding: told, ruleOff, undo }) => {
      put(finding.id, told);
      const about = finding.item?.key ?? 'The finding';
      const said = input.verdict === 'right' ? 'is right' : input.verdict === 'leave' ? 'is right and rests for 90 days' : 'is kept as not so';
      toasts.show(`${about} ${said}${ruleOff ? '. This rule is off by default now' : ''}`, undo && (() => takeBack(finding, told, undo)));
    }, (error: unknown) => {
      put(finding.id, undefined);
      setProblem(errorWords(error));
    }).finally(() => void queries.invalidateQueries());
  };
  return {
    rows, total: asked.data?.pages[0]?.total, error: asked.error, loading: asked.isPending, hasMore: asked.hasNextPage,
    readMore: () => { if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage(); },
    retry: () => void asked.refetch(), problem, answer,
  };
}

// Items that say the same, group by group, oldest first, with the words that matched. Suggestions only: nothing is merged.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { ask, errorWords } from '../../data/ask.ts';
import { counted, percent } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { DisputeDialog } from '../../parts/DisputeDialog.tsx';
import { itemAddress } from '../../parts/item-address.ts';
import { ItemKey } from '../../parts/ItemKey.tsx';
import { rememberList, type ListPlace } from '../../parts/list-place.ts';
import { RowActions } from '../../parts/RowActions.tsx';
import { RULE_TITLES } from '../../parts/rule-titles.ts';
import { Button } from '../../ui/Button.tsx';
import { Marked } from '../../ui/Marked.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { wordSpans } from './kept-places.ts';
import { useRowAnswers } from './use-row-answers.ts';

type Page = OutputOf<'audit.duplicates'>;
type Group = Page['groups'][number];
const PLANNED = 'in the plan to close';
interface Row { readonly group: Group; readonly item: Group['items'][number]; readonly at: number }

export function DuplicateList({ today }: { readonly today: string }): ReactNode {
  const queries = useQueryClient();
  const router = useRouter();
  const asked = useInfiniteQuery({
    queryKey: ['audit.duplicates'], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask('audit.duplicates', { limit: 25, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    getNextPageParam: (last: Page) => last.nextCursor,
  });
  const { said, problem, setProblem, settle } = useRowAnswers();
  const [disputing, setDisputing] = useState<{ readonly finding: string; readonly row: Row }>();
  const rows: Row[] = asked.data?.pages.flatMap(({ groups }) => groups.flatMap((group) => group.items.map((item, at) => ({ group, item, at })))) ?? [];
  const free = (index: number): boolean => { const row = rows[index]; return row !== undefined && row.at > 0 && !said.has(row.item.id); };
  const place = (): ListPlace => ({ back: router.state.location.href, title: RULE_TITLES.duplicate.title, ids: rows.map(({ item }) => item.id) });

  const closeRow = (row: Row | undefined): void => {
    if (row === undefined) return;
    const { item } = row;
    settle(item.id, PLANNED, `${item.key} is ${PLANNED}`, async () => (await ask('cull.decide', { items: [item.id], decision: 'close', reason: 'duplicate' })).undo);
  };
  const startDispute = (row: Row | undefined): void => {
    if (row === undefined) return;
    void queries.fetchQuery({ queryKey: ['item.get', { item: row.item.id }], queryFn: () => ask('item.get', { item: row.item.id }), staleTime: 5_000 }).then(({ findings }) => {
      const finding = findings.find((one) => one.rule === 'duplicate');
      if (finding === undefined) setProblem(`${row.item.key} has no finding of its own in this group any more.`);
      else setDisputing({ finding: finding.id, row });
    }, (error: unknown) => setProblem(errorWords(error)));
  };
  const keys = useRowKeys({ name: 'alike', group: 'This list', count: rows.length, actions: [
    { keys: 'x', title: 'Close as a repeat of the oldest', run: (at) => closeRow(rows[at]), when: free },
    { keys: 'd', title: 'Not the same, because …', run: (at) => startDispute(rows[at]), when: free },
    { keys: 'o', title: 'Open the item', run: (at) => { const row = rows[at]; if (row) { rememberList(place()); router.history.push(itemAddress(row.item.id)); } } },
  ] });
  if (asked.isPending) return <Skeleton shape="rows" words="Reading groups" />;
  if (asked.isError && rows.length === 0) return <AskError error={asked.error} kept="Nothing was changed." onRetry={() => void asked.refetch()} />;
  if (rows.length === 0) return <p className="muted quiet-tab">{RULE_TITLES.duplicate.none}</p>;
  const left = (asked.data?.pages[0]?.total ?? 0) - (asked.data?.pages.reduce((sum, { groups }) => sum + groups.length, 0) ?? 0);
  return (
    <>
      <p className="muted quiet-tab">Suggestions from wording. Nothing is merged: both people who asked are votes.</p>
      {problem !== undefined && <p className="field-error" role="alert">{problem}</p>}
      <Rows items={rows} itemKey={({ group, item }) => `${group.id} ${item.id}`} keys={keys} label="Items that say the same" className="alike" rowLabel={({ item, at }) => `${item.key}, ${item.title}${at === 0 ? ', the oldest of its group' : ''}`}
        rowClass={({ at, item }) => `${at === 0 ? 'alike-first' : ''} ${said.get(item.id) === PLANNED ? 'row-out' : ''}`}>
        {({ group, item, at }, index) => (
          <>
            <span className="row-key"><ItemKey id={item.id} itemKey={item.key} list={place} /></span>
            <span className="row-words">
              <span className="row-title"><Marked text={item.title} spans={wordSpans(item.title, group.words)} /></span>
              {index === keys.current && free(index) && <RowActions label={`What to do with ${item.key}`} actions={[{ id: 'x', word: 'close as a repeat', keys: 'x', run: () => closeRow({ group, item, at }) }, { id: 'd', word: 'not the same', keys: 'd', run: () => startDispute({ group, item, at }) }]} />}
            </span>
            <span className="row-meta">{said.get(item.id) ?? (at === 0 ? `the oldest; ${percent(group.score)} alike` : '')}</span>
          </>
        )}
      </Rows>
      {asked.hasNextPage && <p className="row-foot"><Button kind="link" small busy={asked.isFetchingNextPage} onPress={() => void asked.fetchNextPage()}>{counted(left, 'more group')}</Button></p>}
      {disputing !== undefined && <DisputeDialog finding={disputing.finding} today={today} onClose={() => setDisputing(undefined)} onAnswer={(input, words) => {
        const { row } = disputing;
        setDisputing(undefined);
        settle(row.item.id, `not the same: ${words}`, `${row.item.key} is kept as not the same`, async () => (await ask('finding.dispute', input)).undo);
      }} />}
    </>
  );
}

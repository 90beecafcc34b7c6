// What the cull decided: the plan to close as a file for the tracker, every decision with its undo, and what came back.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/index.ts';
import { ask, useAsk } from '../../data/ask.ts';
import { count, counted } from '../../data/words.ts';
import { AppLink } from '../../parts/AppLink.tsx';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { usePageSearch, type RawSearch } from '../../shell/use-page-search.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Freshness } from '../../ui/Freshness.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BacklogViews } from './BacklogViews.tsx';
import { Decisions } from './Decisions.tsx';
import { fittingFormats, formatIn } from './plan-export.ts';
import { PlanExport } from './PlanExport.tsx';
import './backlog.css';
import '../../parts/parts.css';

type ListPage = OutputOf<'cull.list'>;

const read = (raw: RawSearch) => ({ format: formatIn(raw['format']) });

export function PlanPage(): ReactNode {
  const [{ format }, setSearch] = usePageSearch(read);
  const next = useAsk('cull.next', { limit: 1 });
  const sources = useAsk('source.list', {});
  const list = useInfiniteQuery({
    queryKey: ['cull.list', 'all'], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => ask('cull.list', { limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) }),
    getNextPageParam: (last: ListPage) => last.nextCursor,
  });
  if (list.data === undefined || next.data === undefined || sources.data === undefined) {
    const failed = [list, next, sources].find(({ isError }) => isError);
    return failed === undefined ? <Skeleton shape="page" words="Reading the plan" /> : <Lead><Sentence>The plan could not be read.</Sentence><AskError error={failed.error} kept="Every decision is kept." onRetry={() => { void list.refetch(); void next.refetch(); void sources.refetch(); }} /></Lead>;
  }
  const decisions = list.data.pages.flatMap((page) => page.decisions);
  if (decisions.length === 0) {
    return (
      <>
        <EmptyState page sentence="Nothing is planned yet. What you decide in the cull stands here, with undo for 30 days."
          action={<AppLink className="button button-primary" href="/backlog?rule=dinosaur">Go to what aged out</AppLink>}>
          At most twenty items at a time, one key each. The plan leaves as a file your tracker can take.
        </EmptyState>
        <BacklogViews here="/backlog/plan" />
      </>
    );
  }
  const { closing, kept, cameBack, remaining } = next.data;
  const back = decisions.filter((one) => one.cameBack && !one.undone);
  return (
    <>
      <Lead>
        <Sentence>
          {closing === 0 ? 'Nothing is in the plan to close' : <><OpNumber name="cull.closing">{counted(closing, 'item')}</OpNumber> {closing === 1 ? 'is' : 'are'} in the plan to close</>}
          {kept > 0 && <>, and <OpNumber name="cull.kept">{count(kept)}</OpNumber> {kept === 1 ? 'is' : 'are'} kept until a day</>}.
          {cameBack > 0 && <> <OpNumber name="cull.came_back">{count(cameBack)}</OpNumber> came back.</>}
        </Sentence>
        <Freshness>Nothing is written to the tracker. Each decision can be taken back for 30 days.{remaining > 0 && <> <OpNumber name="cull.remaining">{counted(remaining, 'item')}</OpNumber> {remaining === 1 ? 'waits' : 'wait'} for a decision.</>}</Freshness>
        <BacklogViews here="/backlog/plan" />
      </Lead>
      {closing > 0 && <PlanExport formats={fittingFormats(sources.data.sources.map(({ kind }) => kind))} chosen={format} items={closing} onChoose={(chosen) => setSearch({ format: chosen })} />}
      {back.length > 0 && <Section finding={`${counted(back.length, 'item')} came back`} sub="Somebody touched or reopened them after they were aged out. Each counts as a dispute of the rule."><Decisions decisions={back} label="What came back" /></Section>}
      <Section wide finding="Every decision, newest first">
        <Decisions decisions={decisions} label="Decisions" />
        {list.hasNextPage && <p className="row-foot"><Button kind="link" small busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{counted((list.data.pages[0]?.total ?? 0) - decisions.length, 'more', 'more')}</Button></p>}
      </Section>
    </>
  );
}

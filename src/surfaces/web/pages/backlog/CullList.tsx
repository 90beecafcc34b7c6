// The batch as a working list: whole rows are the target, one key each, and a decided row stays where it was and says so.
import { useState, type ReactNode } from 'react';
import { count, counted } from '../../data/words.ts';
import { DisputeDialog } from '../../parts/DisputeDialog.tsx';
import { EvidenceDialog } from '../../parts/EvidenceDialog.tsx';
import { itemAddress } from '../../parts/item-address.ts';
import { ItemKey } from '../../parts/ItemKey.tsx';
import { KeepDialog } from '../../parts/KeepDialog.tsx';
import { LinkDialog } from '../../parts/LinkDialog.tsx';
import { rememberList, type ListPlace } from '../../parts/list-place.ts';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { RowActions } from '../../parts/RowActions.tsx';
import { RULE_TITLES } from '../../parts/rule-titles.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Key } from '../../ui/Key.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { SurvivalChip } from '../../ui/SurvivalChip.tsx';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { useRouter } from '@tanstack/react-router';
import { originShort, type AuditTold } from './backlog-words.ts';
import type { CullEntry, CullRow } from './cull-batch.ts';
import type { Cull } from './use-cull.ts';

type Asking = { readonly row: CullRow; readonly what: 'keep' | 'link' | 'evidence' | 'dispute' } | undefined;

/** The estimate an interval belongs to: the audit's row with that very interval. */
function estimateOf(audit: AuditTold, interval: readonly [number, number] | undefined): AuditTold['survival'][number] | undefined {
  return interval && audit.survival.find(({ low, high }) => low === interval[0] && high === interval[1]);
}

export function CullList({ cull, entries, audit, today, hasMore }: { readonly cull: Cull; readonly entries: readonly CullEntry[]; readonly audit: AuditTold; readonly today: string; readonly hasMore: number }): ReactNode {
  const [asking, setAsking] = useState<Asking>();
  const router = useRouter();
  const place = (): ListPlace => ({ back: router.state.location.href, title: RULE_TITLES.dinosaur.title, ids: entries.map(({ row }) => row.item.id) });
  const open = (entry: CullEntry | undefined): void => {
    if (entry === undefined) return;
    rememberList(place());
    router.history.push(itemAddress(entry.row.item.id));
  };
  const askFor = (what: NonNullable<Asking>['what']) => (at: number): void => {
    const entry = entries[at];
    if (entry !== undefined && entry.answer === undefined) setAsking({ row: entry.row, what });
  };
  const free = (at: number): boolean => entries[at]?.answer === undefined;
  const keys = useRowKeys({ name: 'cull', group: 'This list', count: entries.length, actions: [
    { keys: 'x', title: 'Take out of the closing, or put back', run: (at) => { const entry = entries[at]; if (entry) cull.toggle(entry.row.item.id); }, when: free },
    { keys: 'e', title: 'Keep until a day', run: askFor('keep'), when: free },
    { keys: 'l', title: 'Link to the goal', run: askFor('link'), when: free },
    { keys: 'p', title: 'Still a problem', run: askFor('evidence'), when: free },
    { keys: 'd', title: 'Not so, because …', run: askFor('dispute'), when: free },
    { keys: 'o', title: 'Open the item', run: (at) => open(entries[at]) },
  ] });
  const done = (): void => setAsking(undefined);
  const act = (what: NonNullable<Asking>['what'], row: CullRow) => (): void => setAsking({ row, what });
  return (
    <>
      <Rows items={entries} itemKey={({ row }) => row.item.id} keys={keys} label="Items to look through, worst first" className="cull"
        rowLabel={({ row, answer, chosen }) => `${row.item.key}, ${row.item.title}, ${answer?.words ?? (chosen ? 'to be closed' : 'taken out')}`}
        rowClass={({ answer }) => (answer?.kind === 'close' ? 'row-out' : undefined)} onRow={(at) => { const entry = entries[at]; if (entry) cull.toggle(entry.row.item.id); }}
        head={<><span /><span>Item</span><span /><span>Asked by</span><span>Untouched</span><span>Finished within a year</span></>}>
        {({ row, chosen, answer }, index) => {
          const estimate = estimateOf(audit, row.interval);
          return (
            <>
              <Checkbox selected={chosen && answer === undefined} disabled={answer !== undefined} onChange={() => cull.toggle(row.item.id)} label={`Close ${row.item.key}`} />
              <span className="row-key"><ItemKey id={row.item.id} itemKey={row.item.key} list={place} /></span>
              <span className="row-words">
                <span className="row-title">{row.item.title}</span>
                {index === keys.current && answer === undefined && <RowActions actions={[
                  { id: 'keep', word: 'keep', keys: 'e', run: act('keep', row) }, { id: 'link', word: 'link', keys: 'l', run: act('link', row) },
                  { id: 'evidence', word: 'still a problem', keys: 'p', run: act('evidence', row), narrow: true }, { id: 'dispute', word: 'not so', keys: 'd', run: act('dispute', row) },
                ]} label={`What to do with ${row.item.key}`} />}
              </span>
              <span className="row-meta by">{originShort(row.item.origin) ?? row.item.author ?? '–'}</span>
              <span className="row-meta days">{answer?.words ?? <Untouched row={row} />}</span>
              <span className="chip-cell">{answer === undefined && (estimate !== undefined
                ? <SurvivalChip share={estimate.doneWithin365} low={estimate.low} high={estimate.high} />
                : <span className="row-meta" title={row.why}>no estimate</span>)}</span>
            </>
          );
        }}
      </Rows>
      <p className="row-foot"><span className="only-wide"><Key keys="x" /> in or out</span><span className="only-wide"><Key keys="j" /> <Key keys="k" /> move</span><span className="only-wide"><Key keys="e" /> keep, with a wake-up date</span><span className="only-wide"><Key keys="l" /> link</span><span className="only-wide"><Key keys="p" /> still a problem</span><span className="only-wide"><Key keys="d" /> not so, because …</span>
        {hasMore > 0 && <span><OpNumber name="cull.remaining">{count(hasMore + entries.filter(({ answer }) => answer === undefined).length)}</OpNumber> wait for a decision, {count(hasMore)} of them after this batch</span>}</p>
      {asking?.what === 'keep' && <KeepDialog what={asking.row.item.key} today={today} onClose={done} onKeep={(until, reason) => { done(); cull.keep(asking.row, until, reason); }} />}
      {asking?.what === 'link' && <LinkDialog what={asking.row.item.key} onClose={done} onChoose={(target) => { done(); cull.link(asking.row, target); }} />}
      {asking?.what === 'evidence' && <EvidenceDialog what={asking.row.item.key} onClose={done} onKeep={(evidence) => { done(); cull.stillAProblem(asking.row, evidence); }} />}
      {asking?.what === 'dispute' && <DisputeDialog finding={asking.row.finding} today={today} onClose={done} onAnswer={(input, words) => { done(); cull.dispute(asking.row, input, words); }} />}
    </>
  );
}

function Untouched({ row }: { readonly row: CullRow }): ReactNode {
  if (row.item.untouchedDays === undefined) return 'not known';
  return <OpNumber name="item.untouched" of={row.item.id} label={`${row.item.key}, untouched ${counted(row.item.untouchedDays, 'day')}`} more={<p className="why-said">{row.why}</p>}>{counted(row.item.untouchedDays, 'day')}</OpNumber>;
}

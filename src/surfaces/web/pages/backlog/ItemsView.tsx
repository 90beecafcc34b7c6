// The working list of all items: search, filters in the address, choosing many, and linking what was chosen. As long as the backlog is.
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useAsk, useDo } from '../../data/ask.ts';
import { count, counted } from '../../data/words.ts';
import { AskError } from '../../parts/AskError.tsx';
import { Explained } from '../../parts/Explained.tsx';
import { itemAddress } from '../../parts/item-address.ts';
import { ItemKey } from '../../parts/ItemKey.tsx';
import { ItemsNumber } from '../../parts/ItemsNumber.tsx';
import { LinkDialog } from '../../parts/LinkDialog.tsx';
import { rememberList, type ListPlace } from '../../parts/list-place.ts';
import { OpNumber } from '../../parts/OpNumber.tsx';
import { useOpenNumber } from '../../parts/use-open-number.ts';
import { usePageSearch } from '../../shell/use-page-search.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Lead } from '../../ui/Lead.tsx';
import { NumberLink } from '../../ui/NumberRef.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { WhyPortal } from '../../ui/WhyPortal.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { useRowKeys } from '../../ui/keyboard/use-row-keys.ts';
import { BacklogViews } from './BacklogViews.tsx';
import { ItemFilterLine, type FilterPatch } from './ItemFilterLine.tsx';
import { narrowing, readFilters, type ItemFilters } from './items-search.ts';
import { useLate } from './use-late.ts';
import { blockQuery, useItemBlocks, type ItemBlocks, type ItemRow } from './use-item-blocks.ts';

const LINEAGE: Readonly<Record<ItemRow['lineage'], string>> = { goal: 'to the goal', suggested: 'perhaps', lights_on: 'lights on', none: 'no path yet' };
const MOST_CHOSEN = 500;
const UNTOUCHED = 'item.untouched';

export function ItemsView(): ReactNode {
  const [filters, setSearch] = usePageSearch<ItemFilters>(readFilters);
  const box = useRef<HTMLDivElement>(null);
  const blocks = useItemBlocks(filters, box);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [linking, setLinking] = useState(false);
  const router = useRouter();
  // Rows of the former question stay until those of the new one are here.
  const [before, setBefore] = useState<Pick<ItemBlocks, 'rows' | 'offset' | 'drawn'>>(blocks);
  if (!blocks.loading && before.rows !== blocks.rows && (before.rows.length !== blocks.rows.length || before.offset !== blocks.offset || before.rows.some((row, at) => row !== blocks.rows[at]))) setBefore(blocks);
  const { rows, offset, drawn: part } = blocks.loading ? before : blocks;
  const link = useDo('item.link', { said: ({ linked, already }) => `${counted(linked, 'item leads', 'items lead')} there now${already > 0 ? `; ${count(already)} did before` : ''}`, done: () => setChosen(new Map()) });
  const queries = useQueryClient();

  const rowAt = (index: number): ItemRow | undefined => rows[index - offset];
  const toggle = (item: ItemRow | undefined): void => {
    if (item === undefined) return;
    const next = new Map(chosen);
    if (!next.delete(item.id) && next.size < MOST_CHOSEN) next.set(item.id, item.key);
    setChosen(next);
  };
  const place = (): ListPlace => ({ back: router.state.location.href, title: 'All items', ids: rows.map(({ id }) => id) });
  // The same functions for as long as the page lives, so that what is drawn with them is drawn again only when it is another.
  const now = useRef({ toggle, place, rowAt, filters });
  useEffect(() => { now.current = { toggle, place, rowAt, filters }; });
  const [stable] = useState(() => ({
    toggle: (item: ItemRow) => now.current.toggle(item),
    place: () => now.current.place(),
    choose: (at: number) => now.current.toggle(now.current.rowAt(at)),
  }));
  // Asked for before the address has changed, so that the answer is on its way while the page makes room for it.
  const narrow = useCallback((patch: FilterPatch): void => {
    void queries.prefetchQuery(blockQuery(readFilters({ ...asRaw(now.current.filters), ...asRaw(patch) })));
    setSearch(patch as Partial<ItemFilters>);
  }, [queries, setSearch]);
  const open = useOpenNumber(UNTOUCHED);
  const cells = useCallback((item: ItemRow) => <ItemCells item={item} chosen={chosen.has(item.id)} open={open === item.id} onToggle={stable.toggle} place={stable.place} />, [chosen, open, stable]);
  const named = useCallback(({ id, key, title }: ItemRow) => `${key}, ${title}${chosen.has(id) ? ', chosen' : ''}`, [chosen]);
  const keys = useRowKeys({ name: 'items', group: 'This list', count: blocks.loading ? offset + rows.length : blocks.known, reveal: blocks.reveal, actions: [
    { keys: 'x', title: 'Choose or leave out', run: (at) => toggle(rowAt(at)) },
    { keys: 'l', title: 'Link what is chosen, or this item', run: (at) => { if (chosen.size === 0) toggle(rowAt(at)); setLinking(true); } },
    { keys: 'o', title: 'Open the item', run: (at) => openAt(at) },
    { keys: 'Enter', title: 'Open the item', run: (at) => openAt(at) },
  ] });
  const openAt = (at: number): void => {
    const item = rowAt(at);
    if (item === undefined) return;
    rememberList(place());
    router.history.push(itemAddress(item.id));
  };
  useCommands([{ id: 'items.clear', title: 'Choose nothing', group: 'This list', keys: 'Escape', when: () => chosen.size > 0, run: () => setChosen(new Map()) }]);
  const late = useLate(blocks.loading, 200);
  const narrowed = narrowing(filters).length > 0;
  const total = useTotal(filters, narrowed, blocks);
  return (
    <>
      <Lead>
        <Sentence>{total === undefined ? 'All items' : <span className={total.former ? 'former' : undefined}>{sentenceOf(total, filters, narrowed)}</span>}</Sentence>
        <BacklogViews here="/backlog?view=items" />
      </Lead>
      <section className="section wide items" aria-label="Items">
        <ItemFilterLine filters={filters} onChange={narrow} />
        {blocks.error !== undefined && rows.length === 0 ? <AskError error={blocks.error} kept="The filters are kept in the address." onRetry={blocks.retry} />
          : blocks.loading && rows.length === 0 ? <Skeleton shape="rows" rows={14} words="Reading items" />
            : rows.length === 0 ? <p className="muted quiet-tab">{narrowed ? 'No item fits all of these. Clear a filter to see more.' : 'No item is open.'}</p>
              : (
                <div ref={box} aria-busy={blocks.loading} className={late ? 'items-late' : undefined}>
                  <Rows items={rows} itemKey={idOf} keys={keys} label="Items" className="item-row" rowLabel={named} onRow={stable.choose}
                    part={{ offset, of: total?.exact === true && !total.former ? total.count : -1, before: part.before, after: part.after }}
                    head={<><span /><span>Item</span><span /><span>Path</span><span>Assignee</span><span>Status</span><span>Untouched</span></>}>
                    {cells}
                  </Rows>
                </div>
              )}
        {open !== undefined && <WhyPortal key={open} id={`${UNTOUCHED}~${open}`} explain={<Explained name={UNTOUCHED} of={open} />} />}
        {chosen.size > 0 && (
          <div className="chosen" role="status">
            <span><b>{counted(chosen.size, 'item')}</b> chosen{chosen.size === MOST_CHOSEN && ', as many as go at once'}</span>
            <Button kind="primary" keys="l" onPress={() => setLinking(true)}>Link to a problem or bet</Button>
            <Button kind="link" keys="Escape" onPress={() => setChosen(new Map())}>Choose nothing</Button>
          </div>
        )}
        {link.isError && <AskError error={link.error} kept="What is chosen stays chosen." />}
      </section>
      {linking && <LinkDialog what={chosen.size === 1 ? [...chosen.values()][0] ?? 'it' : counted(chosen.size, 'item')} onClose={() => setLinking(false)}
        onChoose={(target) => { setLinking(false); link.mutate({ items: [...chosen.keys()], [target.kind]: target.id }); }} />}
    </>
  );
}

const idOf = ({ id }: ItemRow): string => id;

interface Total { readonly count: number; readonly exact: boolean; /** Of the question before, while the new one is counted. */ readonly former: boolean }

/** How many fit. The list comes first and is counted when it stands, unless it is short enough to show that itself. */
function useTotal({ sort: _sort, ...filters }: ItemFilters, narrowed: boolean, blocks: ItemBlocks): Total | undefined {
  const workspace = useAsk('workspace.get', {});
  const asked = useAsk('item.count', filters, { when: narrowed && blocks.standing && !blocks.ended, keep: true });
  if (!narrowed && workspace.data !== undefined) return { count: workspace.data.counts.open, exact: true, former: false };
  if (!blocks.loading && blocks.ended) return { count: blocks.known, exact: true, former: false };
  return asked.data === undefined ? undefined : { count: asked.data.total, exact: asked.data.totalIsExact, former: asked.isPlaceholderData };
}

/** As the address would hold it: what is undefined leaves it. */
function asRaw(filters: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, value === undefined ? undefined : String(value)]));
}

interface CellsProps { readonly item: ItemRow; readonly chosen: boolean; readonly open: boolean; readonly onToggle: (item: ItemRow) => void; readonly place: () => ListPlace }

function ItemCells({ item, chosen, open, onToggle, place }: CellsProps): ReactNode {
  const untouched = item.untouchedDays === undefined ? undefined : counted(item.untouchedDays, 'day');
  return (
    <>
      <Checkbox selected={chosen} onChange={() => onToggle(item)} label={`Choose ${item.key}`} />
      <span className="row-key"><ItemKey id={item.id} itemKey={item.key} list={place} /></span>
      <span className="row-title">{item.title}</span>
      <span className="row-meta path">{LINEAGE[item.lineage]}</span>
      <span className="row-meta who">{item.assignee ?? '–'}</span>
      <span className="row-meta state">{item.status ?? item.statusClass.replace('_', ' ')}</span>
      <span className="row-meta days">{untouched === undefined ? '–' : <NumberLink id={`${UNTOUCHED}~${item.id}`} label={`${item.key}, untouched ${untouched}`} open={open}>{untouched}</NumberLink>}</span>
    </>
  );
}

function sentenceOf({ count: many, exact }: Total, filters: ItemFilters, narrowed: boolean): ReactNode {
  const statusClass = filters.statusClass ?? 'open';
  const words = `${exact ? '' : 'At least '}${count(many)}`;
  if (narrowed) return <><ItemsNumber id="items.fit" of="items that fit the filters" rule="items that fit every filter in the address" filter={filters}>{words}</ItemsNumber> {many === 1 && exact ? 'item fits' : 'items fit'}.</>;
  const number = statusClass === 'open' && exact ? <OpNumber name="backlog.open">{words}</OpNumber> : words;
  return <>{number} {many === 1 ? 'item is' : 'items are'} {statusClass === 'open' ? 'open' : 'here'}.</>;
}

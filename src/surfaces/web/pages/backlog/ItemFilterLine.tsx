// The filters of the working list: words to search for, and one short menu for each thing that narrows it. Every choice is in the address.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useAsk } from '../../data/ask.ts';
import { count } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Key } from '../../ui/Key.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { RULE_ORDER, RULE_TITLES } from '../../parts/rule-titles.ts';
import { originWords } from './backlog-words.ts';
import { narrowing, SPANS, spanWords, type ItemFilters } from './items-search.ts';

const MOST = 120;

interface Option { readonly value: string | undefined; readonly name: string; readonly hint?: string | undefined }

const STATUS: readonly Option[] = [{ value: 'open', name: 'Open' }, { value: 'done', name: 'Done' }, { value: 'closed_unfinished', name: 'Closed unfinished' }, { value: 'all', name: 'All' }];
const LINEAGE: readonly Option[] = [{ value: undefined, name: 'Any path' }, { value: 'goal', name: 'Leads to the goal' }, { value: 'suggested', name: 'Wording suggests it' }, { value: 'lights_on', name: 'Keeps the lights on' }, { value: 'none', name: 'No path yet' }];
const SORTS: readonly Option[] = [
  { value: '-updated', name: 'Newest change first' }, { value: 'touched', name: 'Longest untouched first' }, { value: '-touched', name: 'Last touched first' }, { value: 'created', name: 'Oldest first' },
  { value: '-created', name: 'Newest first' }, { value: 'updated', name: 'Oldest change first' }, { value: 'key', name: 'By key' }, { value: 'title', name: 'By title' },
];

export type FilterPatch = Readonly<Record<string, string | number | boolean | undefined>>;

export function ItemFilterLine({ filters, onChange }: { readonly filters: ItemFilters; readonly onChange: (patch: FilterPatch) => void }): ReactNode {
  const facets = useAsk('item.facets', { statusClass: (filters.statusClass ?? 'open') === 'open' ? 'open' : 'all' });
  const sources = useAsk('source.list', {});
  const values = (list: readonly { readonly value: string; readonly count: number }[] | undefined, any: string, words = (value: string): string => value): Option[] =>
    [{ value: undefined, name: any }, ...(list ?? []).slice(0, MOST).map(({ value, count: many }) => ({ value, name: words(value), hint: count(many) }))];
  const span = spanWords(filters);
  const spans: MenuEntry[] = [{ id: 'any', name: 'Any age', run: () => onChange({ untouchedFrom: undefined, untouchedTo: undefined }) }, ...SPANS.map(({ id, name, from, to }) => ({ id, name, run: () => onChange({ untouchedFrom: from, untouchedTo: to }) }))];
  const chosen = SPANS.find(({ from, to }) => (from ?? 0) === (filters.untouchedFrom ?? 0) && to === filters.untouchedTo && span !== undefined)?.id ?? 'any';
  const set = (name: string) => (value: string | undefined): void => onChange({ [name]: value });
  const narrowed = narrowing(filters);
  return (
    <div className="filters" role="search">
      <SearchWords value={filters.search ?? ''} onChange={set('search')} />
      <div className="filter-menus">
        <Choice name="Status" options={STATUS} value={filters.statusClass ?? 'open'} onChange={(value) => onChange({ statusClass: value === 'open' ? undefined : value })} />
        <Choice name="Path" options={LINEAGE} value={filters.lineage} onChange={set('lineage')} />
        <Choice name="Finding" options={[{ value: undefined, name: 'Any finding or none' }, ...RULE_ORDER.map((rule) => ({ value: rule, name: RULE_TITLES[rule].title }))]} value={filters.rule} onChange={set('rule')} />
        <Menu kind="link" label={span === undefined ? 'Any age' : `Untouched ${span}`} entries={spans} selected={chosen} />
        {(facets.data?.labels.length ?? 0) > 0 && <Choice name="Label" options={values(facets.data?.labels, 'Any label')} value={filters.label} onChange={set('label')} />}
        {(facets.data?.types.length ?? 0) > 0 && <Choice name="Type" options={values(facets.data?.types, 'Any type')} value={filters.type} onChange={set('type')} />}
        {(facets.data?.assignees.length ?? 0) > 0 && <Choice name="Assignee" options={values(facets.data?.assignees, 'Any assignee')} value={filters.assignee} onChange={set('assignee')} />}
        {(facets.data?.origins.length ?? 0) > 0 && <Choice name="Origin" options={values(facets.data?.origins, 'Any origin', originWords)} value={filters.origin} onChange={set('origin')} />}
        {(sources.data?.sources.length ?? 0) > 1 && <Choice name="Source" options={[{ value: undefined, name: 'Any source' }, ...(sources.data?.sources ?? []).map(({ id, name }) => ({ value: id, name }))]} value={filters.source} onChange={set('source')} />}
        <span className="filter-sort"><Choice name="Order" options={SORTS} value={filters.sort ?? '-updated'} onChange={(value) => onChange({ sort: value === '-updated' ? undefined : value })} /></span>
      </div>
      {narrowed.length > 0 && <Button kind="link" small onPress={() => onChange(Object.fromEntries(narrowed.map((name) => [name, undefined])))}>Clear all filters</Button>}
    </div>
  );
}

/** One thing to narrow by. The button says what is chosen, so that the line reads as a sentence. */
function Choice({ name, options, value, onChange }: { readonly name: string; readonly options: readonly Option[]; readonly value: string | undefined; readonly onChange: (value: string | undefined) => void }): ReactNode {
  const at = options.findIndex((option) => option.value === value);
  const chosen = options[at];
  const named = name === 'Label' || name === 'Type' || name === 'Assignee';
  const label = chosen === undefined ? `${name}: ${value ?? ''}` : named && chosen.value !== undefined ? `${name}: ${chosen.name}` : chosen.name;
  return <Menu kind="link" label={<><span className="hidden-words">{name}: </span>{label}</>} selected={String(at)} entries={options.map((option, index) => ({ id: String(index), name: option.name, hint: option.hint, run: () => onChange(option.value) }))} />;
}

/** Typed words go to the address with the key that ends them: an answer comes before the next key, and an older one never replaces a newer. */
function SearchWords({ value, onChange }: { readonly value: string; readonly onChange: (value: string | undefined) => void }): ReactNode {
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef(value);
  useEffect(() => { if (value !== sent.current) { sent.current = value; setTyped(value); } }, [value]);
  const type = (next: string): void => {
    setTyped(next);
    const words = next.trim();
    if (words === sent.current) return;
    sent.current = words;
    onChange(words === '' ? undefined : words);
  };
  useCommands([{ id: 'items.search', title: 'Search these items', group: 'This list', keys: '/', priority: 1, run: () => { field.current?.focus(); field.current?.select(); } }]);
  return (
    <label className="search-words">
      <span className="hidden-words">Words in key, title or text</span>
      <input ref={field} className="input" type="search" value={typed} placeholder="Words in key, title or text" maxLength={200} onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => { if (event.key === 'Escape' && typed === '') field.current?.blur(); }} />
      <Key keys="/" />
    </label>
  );
}

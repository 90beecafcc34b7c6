// The filters of the working list: words to search for, and one short menu for each thing that narrows it. Every choice is in the address.
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
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

interface Option { readonly value: string | undefined; readonly name: string }

const STATUS: readonly Option[] = [{ value: 'open', name: 'Open' }, { value: 'done', name: 'Done' }, { value: 'closed_unfinished', name: 'Closed unfinished' }, { value: 'all', name: 'All' }];
const LINEAGE: readonly Option[] = [{ value: undefined, name: 'Any path' }, { value: 'goal', name: 'Leads to the goal' }, { value: 'suggested', name: 'Wording suggests it' }, { value: 'lights_on', name: 'Keeps the lights on' }, { value: 'none', name: 'No path yet' }];
const SORTS: readonly Option[] = [
  { value: '-updated', name: 'Newest change first' }, { value: 'touched', name: 'Longest untouched first' }, { value: '-touched', name: 'Last touched first' }, { value: 'created', name: 'Oldest first' },
  { value: '-created', name: 'Newest first' }, { value: 'updated', name: 'Oldest change first' }, { value: 'key', name: 'By key' }, { value: 'title', name: 'By title' },
];

export type FilterPatch = Readonly<Record<string, string | number | boolean | undefined>>;

type Facet = readonly { readonly value: string; readonly count: number }[];
type OnChange = (patch: FilterPatch) => void;
const RULES_FOUND: readonly Option[] = [{ value: undefined, name: 'Any finding or none' }, ...RULE_ORDER.map((rule) => ({ value: rule, name: RULE_TITLES[rule].title }))];
const NONE: Facet = [];

/** Give the same `onChange`: a menu is drawn again only when what it shows is another. */
export const ItemFilterLine = memo(function ItemFilterLine({ filters, onChange }: { readonly filters: ItemFilters; readonly onChange: OnChange }): ReactNode {
  const facets = useAsk('item.facets', { statusClass: (filters.statusClass ?? 'open') === 'open' ? 'open' : 'all' }, { keep: true });
  const sources = useAsk('source.list', {});
  const { labels = NONE, types = NONE, assignees = NONE, origins = NONE } = facets.data ?? {};
  const narrowed = narrowing(filters);
  return (
    <div className="filters" role="search">
      <SearchWords value={filters.search ?? ''} onChange={onChange} />
      <div className="filter-menus">
        <Choice name="Status" field="statusClass" usual="open" options={STATUS} value={filters.statusClass ?? 'open'} onChange={onChange} />
        <Choice name="Path" field="lineage" options={LINEAGE} value={filters.lineage} onChange={onChange} />
        <Choice name="Finding" field="rule" options={RULES_FOUND} value={filters.rule} onChange={onChange} />
        <AgeChoice from={filters.untouchedFrom} to={filters.untouchedTo} onChange={onChange} />
        <FacetChoice name="Label" field="label" any="Any label" facet={labels} value={filters.label} onChange={onChange} />
        <FacetChoice name="Type" field="type" any="Any type" facet={types} value={filters.type} onChange={onChange} />
        <FacetChoice name="Assignee" field="assignee" any="Any assignee" facet={assignees} value={filters.assignee} onChange={onChange} />
        <FacetChoice name="Origin" field="origin" any="Any origin" facet={origins} value={filters.origin} words={originWords} onChange={onChange} />
        {(sources.data?.sources.length ?? 0) > 1 && <Choice name="Source" field="source" options={[{ value: undefined, name: 'Any source' }, ...(sources.data?.sources ?? []).map(({ id, name }) => ({ value: id, name }))]} value={filters.source} onChange={onChange} />}
        <span className="filter-sort"><Choice name="Order" field="sort" usual="-updated" options={SORTS} value={filters.sort ?? '-updated'} onChange={onChange} /></span>
      </div>
      {narrowed.length > 0 && <Button kind="link" small onPress={() => onChange(Object.fromEntries(narrowed.map((name) => [name, undefined])))}>Clear all filters</Button>}
    </div>
  );
});

interface ChoiceProps { readonly name: string; readonly field: string; readonly value: string | undefined; readonly onChange: OnChange }

/** The button says what is chosen, so that the line reads as a sentence. */
const spoken = (name: string, words: string): ReactNode => <><span className="hidden-words">{name}: </span>{words}</>;

/** One thing to narrow by, of a few. `usual` is what the address leaves out. */
const Choice = memo(function Choice({ name, field, options, usual, value, onChange }: ChoiceProps & { readonly options: readonly Option[]; readonly usual?: string }): ReactNode {
  const at = options.findIndex((option) => option.value === value);
  return <Menu kind="link" label={spoken(name, options[at]?.name ?? value ?? '')} selected={String(at)}
    entries={() => options.map((option, index) => ({ id: String(index), name: option.name, run: () => onChange({ [field]: option.value === usual ? undefined : option.value }) }))} />;
});

/** One thing to narrow by, of those the items have, with how many have it. */
const FacetChoice = memo(function FacetChoice({ name, field, any, facet, words = String, value, onChange }: ChoiceProps & { readonly any: string; readonly facet: Facet; readonly words?: (value: string) => string }): ReactNode {
  if (facet.length === 0 && value === undefined) return null;
  const entries = (): MenuEntry[] => [
    { id: 'any', name: any, run: () => onChange({ [field]: undefined }) },
    ...facet.slice(0, MOST).map((one, at): MenuEntry => ({ id: String(at), name: words(one.value), hint: count(one.count), run: () => onChange({ [field]: one.value }) })),
  ];
  const shown = value === undefined ? spoken(name, any) : `${name}: ${words(value)}`;
  return <Menu kind="link" label={shown} selected={value === undefined ? 'any' : String(facet.findIndex((one) => one.value === value))} entries={entries} />;
});

const AgeChoice = memo(function AgeChoice({ from, to, onChange }: { readonly from: number | undefined; readonly to: number | undefined; readonly onChange: OnChange }): ReactNode {
  const span = spanWords({ ...(from === undefined ? {} : { untouchedFrom: from }), ...(to === undefined ? {} : { untouchedTo: to }) });
  const entries = (): MenuEntry[] => [
    { id: 'any', name: 'Any age', run: () => onChange({ untouchedFrom: undefined, untouchedTo: undefined }) },
    ...SPANS.map((one): MenuEntry => ({ id: one.id, name: one.name, run: () => onChange({ untouchedFrom: one.from, untouchedTo: one.to }) })),
  ];
  const chosen = SPANS.find((one) => (one.from ?? 0) === (from ?? 0) && one.to === to && span !== undefined)?.id ?? 'any';
  return <Menu kind="link" label={span === undefined ? 'Any age' : `Untouched ${span}`} entries={entries} selected={chosen} />;
});

/** Typed words go to the address with the key that ends them: an answer comes before the next key, and an older one never replaces a newer. */
const SearchWords = memo(function SearchWords({ value, onChange }: { readonly value: string; readonly onChange: OnChange }): ReactNode {
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef(value);
  useEffect(() => { if (value !== sent.current) { sent.current = value; setTyped(value); } }, [value]);
  const type = (next: string): void => {
    setTyped(next);
    const words = next.trim();
    if (words === sent.current) return;
    sent.current = words;
    onChange({ search: words === '' ? undefined : words });
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
});

// A new link rule: by what, which value, serves what. How many items it will match is said before it is added.
import { useState, type ReactNode } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { SearchField } from 'react-aria-components/SearchField';
import type { InputOf, OutputOf } from '../../../../contract/index.ts';
import { Answered } from '../../parts/Answered.tsx';
import { AskError } from '../../parts/AskError.tsx';
import { useAsk, useDo } from '../../data/ask.ts';
import { count, counted } from '../../data/words.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/keyboard/use-commands.ts';
import { Select, type Choice } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Facets = OutputOf<'item.facets'>;
type Facet = Facets['labels'][number];
type Field = 'label' | 'parent' | 'component' | 'type';
const FIELDS: readonly { readonly id: Field; readonly name: string; readonly of: 'labels' | 'parents' | 'components' | 'types'; readonly none: string }[] = [
  { id: 'parent', name: 'Everything under an epic or parent', of: 'parents', none: 'No item has a parent in what was imported.' },
  { id: 'label', name: 'Everything with a label', of: 'labels', none: 'No item has a label.' },
  { id: 'component', name: 'Everything of a component', of: 'components', none: 'No item has a component.' },
  { id: 'type', name: 'Everything of a type', of: 'types', none: 'No item has a type.' },
];
const LIGHTS: Choice = { id: 'lights', name: 'keeps the lights on', hint: 'upkeep, security, bugs: needs no goal' };
const ORIGIN: Choice = { id: 'origin', name: 'comes from …', hint: 'says where the wishes come from, links nothing' };

export function LinkRuleForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const [field, setField] = useState<Field>('parent');
  const [value, setValue] = useState<Facet>();
  const [target, setTarget] = useState<string>();
  const [origin, setOrigin] = useState('');
  const facets = useAsk('item.facets', { statusClass: 'all' });
  const open = useAsk('item.facets', { statusClass: 'open' });
  const problems = useAsk('problem.list', {});
  const bets = useAsk('bet.list', {});
  const add = useDo('lineage.rule_add', { said: ({ rule }) => `${counted(rule.matches, 'item matches', 'items match')} the new rule`, done: onDone });
  useCommands([{ id: 'rules.leave', title: 'Leave the rule', group: 'Link rules', keys: 'Escape', run: onDone }]);
  const spec = FIELDS.find(({ id }) => id === field) ?? FIELDS[0]!;
  const targets: Choice[] = [
    ...(problems.data?.problems ?? []).map(({ id, key, title }) => ({ id: `problem ${id}`, name: `serves ${key} ${title}` })),
    ...(bets.data?.bets ?? []).map(({ id, key, claim }) => ({ id: `bet ${id}`, name: `serves ${key} ${claim}` })),
    LIGHTS, ORIGIN,
  ];
  const openCount = value === undefined ? 0 : open.data?.[spec.of].find((one) => one.value === value.value)?.count ?? 0;
  const input = value === undefined ? undefined : inputOf(field, value.value, target, origin);
  const keep = (): void => { if (input !== undefined) add.mutate(input); };
  return (
    <form className="rule-form" aria-label="New link rule" onSubmit={(event) => { event.preventDefault(); keep(); }}>
      <Select label="Which items" choices={FIELDS} value={field} onChange={(id) => { setField(id as Field); setValue(undefined); }} />
      {value === undefined
        ? <Answered asked={facets} shape="lines" words="Reading labels and parents">{(all) => <FacetPicker key={field} facets={all[spec.of]} none={spec.none} label={spec.name} onChoose={setValue} />}</Answered>
        : <p className="rule-chosen"><b>{value.value}</b>{value.title !== undefined && ` ${value.title}`} <span className="muted">matches {counted(value.count, 'item')}, {count(openCount)} of them open</span> <Button kind="link" small onPress={() => setValue(undefined)}>Choose another</Button></p>}
      {value !== undefined && <Select label="Each of them" choices={targets} value={target} onChange={setTarget} placeholder="Choose what they lead to" {...(targets.length === 2 ? { hint: 'No problem or bet is open; write one down first to link to it.' } : {})} />}
      {target === ORIGIN.id && <TextField label="Comes from" hint="sales, support, the team, from above" value={origin} onChange={setOrigin} short maxLength={60} />}
      {add.error !== null && <AskError error={add.error} kept="No rule was added." />}
      <p className="actions"><Button type="submit" disabled={input === undefined} busy={add.isPending}>{value === undefined ? 'Add the rule' : `Add the rule for ${counted(value.count, 'item')}`}</Button><Button kind="link" command="rules.leave" onPress={onDone}>Leave it</Button></p>
    </form>
  );
}

function inputOf(field: Field, value: string, target: string | undefined, origin: string): InputOf<'lineage.rule_add'> | undefined {
  if (target === undefined) return undefined;
  if (target === LIGHTS.id) return { field, value, lightsOn: true };
  if (target === ORIGIN.id) return origin.trim() === '' ? undefined : { field, value, origin: origin.trim() };
  const [kind = '', id = ''] = target.split(' ');
  return kind === 'bet' ? { field, value, bet: id } : { field, value, problem: id };
}

/** Few enough to be seen without scrolling in a list of its own; words narrow the rest. */
const MOST = 10;

/** Typed words narrow the values, the most frequent first; Enter takes one. */
function FacetPicker({ facets, none, label, onChoose }: { readonly facets: readonly Facet[]; readonly none: string; readonly label: string; readonly onChoose: (facet: Facet) => void }): ReactNode {
  const [words, setWords] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  if (facets.length === 0) return <p className="muted">{none}</p>;
  const found = facets.filter((one) => contains(`${one.value} ${one.title ?? ''}`, words.trim())).toSorted((a, b) => b.count - a.count);
  return (
    <div className="picker">
      <Autocomplete inputValue={words} onInputChange={setWords}>
        <SearchField aria-label={label}><Input className="input" placeholder={`Find one of ${count(facets.length)}`} /></SearchField>
        <Menu className="menu picker-menu" aria-label={label} items={found.slice(0, MOST).map((facet) => ({ ...facet, id: facet.value }))} onAction={(id) => { const chosen = facets.find((one) => one.value === id); if (chosen) onChoose(chosen); }}
          renderEmptyState={() => <p className="picker-none">None has these words.</p>}>
          {(facet) => <MenuItem id={facet.id} textValue={`${facet.value} ${facet.title ?? ''}`} className="menu-item"><span>{facet.value}{facet.title !== undefined && <span className="menu-hint">{facet.title}</span>}</span><span className="menu-where">{count(facet.count)}</span></MenuItem>}
        </Menu>
      </Autocomplete>
    </div>
  );
}

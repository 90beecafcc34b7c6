// Choosing one of the 45 kinds: a few letters narrow the list, by name, group, or what people say they do. Enter takes one. Writes nothing.
import { useState, type ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { SearchField } from 'react-aria-components/SearchField';
import type { Kind } from '../../../../domain/attention/kinds.ts';
import { findKinds, GROUP_NAMES } from './kind-find.ts';

/** `usual` are offered first while nothing is typed. */
export function KindPicker({ usual, onChoose }: { readonly usual: readonly Kind[]; readonly onChoose: (kind: Kind) => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const found = findKinds(typed, usual);
  return (
    <div className="picker">
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label="Find a kind of work" autoFocus><Input className="input" placeholder="Type a few letters: sales, interview, sign-off" /></SearchField>
        <Menu className="menu picker-menu att-kinds" aria-label="Kinds of work" items={found.map((one) => ({ ...one, id: one.kind }))} onAction={(id) => onChoose(id as Kind)} renderEmptyState={() => <p className="picker-none">No kind of work has these letters.</p>}>
          {(one) => <MenuItem id={one.id} textValue={one.name} className="menu-item"><span>{one.name}{one.by !== undefined && <span className="menu-hint">{one.by}</span>}</span><span className="menu-hint att-kind-group">{GROUP_NAMES[one.group]}</span></MenuItem>}
        </Menu>
      </Autocomplete>
    </div>
  );
}

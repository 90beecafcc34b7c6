// Choosing one of the 45 kinds: a few letters narrow the list, by name, group, or what people say they do. Arrows walk it, Enter takes
// one; the best match is taken first. Writes nothing.
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Kind } from '../../../../domain/attention/kinds.ts';
import { findKinds, GROUP_NAMES } from './kind-find.ts';

/** `usual` are offered first while nothing is typed. */
export function KindPicker({ usual, onChoose }: { readonly usual: readonly Kind[]; readonly onChoose: (kind: Kind) => void }): ReactNode {
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = findKinds(typed, usual);
  const at = Math.min(wanted, found.length - 1);
  const active = found[at];
  useEffect(() => { list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }); });
  const keyed = (event: KeyboardEvent): void => {
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (step !== undefined) setWanted(Math.min(Math.max(step, 0), found.length - 1));
    else if (event.key === 'Enter' && active !== undefined) onChoose(active.kind);
    else return;
    event.preventDefault();
  };
  return (
    <div className="picker">
      <input className="input" role="combobox" aria-label="Find a kind of work" aria-expanded="true" aria-controls={id} aria-autocomplete="list" aria-activedescendant={active === undefined ? undefined : `${id}-${active.kind}`}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to type here
        autoFocus autoComplete="off" placeholder="Type a few letters: sales, interview, sign-off" value={typed} onChange={(event) => { setTyped(event.target.value); setWanted(0); }} onKeyDown={keyed} />
      <div className="menu picker-menu att-kinds" role="listbox" id={id} ref={list} aria-label="Kinds of work">
        {found.map((one, place) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter in the field takes the active one
          <div key={one.kind} id={`${id}-${one.kind}`} role="option" aria-selected={place === at} tabIndex={-1} className="menu-item" data-focused={place === at || undefined} onClick={() => onChoose(one.kind)}>
            <span>{one.name}{one.by !== undefined && <span className="menu-hint">{one.by}</span>}</span><span className="menu-hint att-kind-group">{GROUP_NAMES[one.group]}</span>
          </div>
        ))}
        {found.length === 0 && <div className="picker-none" role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>No kind of work has these letters.</div>}
      </div>
    </div>
  );
}

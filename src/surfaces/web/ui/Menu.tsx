// A short list of verbs behind one button.
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu as KitMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Key } from './Key.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly name: string;
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly run: () => void;
}

/** `selected` marks the entry that holds now, for menus that choose a state such as the theme. */
export function Menu({ label, entries, selected, kind = 'quiet' }: { readonly label: ReactNode; readonly entries: readonly MenuEntry[]; readonly selected?: string | undefined; readonly kind?: 'quiet' | 'link' }): ReactNode {
  return (
    <MenuTrigger>
      <Button className={kind === 'link' ? 'link' : 'button'}>
        <span>{label}</span>
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true"><path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" /></svg>
      </Button>
      <Popover className="popover">
        <KitMenu className="menu" onAction={(id) => entries.find((entry) => entry.id === id)?.run()}
          {...(selected === undefined ? {} : { selectionMode: 'single' as const, selectedKeys: [selected] })}
          disabledKeys={entries.filter((entry) => entry.disabled).map((entry) => entry.id)}>
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} textValue={entry.name} className="menu-item">
              <span>{entry.name}{entry.hint !== undefined && <span className="menu-hint">{entry.hint}</span>}</span>
              {entry.keys !== undefined && <Key keys={entry.keys} />}
            </MenuItem>
          ))}
        </KitMenu>
      </Popover>
    </MenuTrigger>
  );
}

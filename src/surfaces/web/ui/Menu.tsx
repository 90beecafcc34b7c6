// A short list of verbs behind one button, in the platform's own popover: opening and closing it touches nothing else on the page.
// Decides its keys; where it stands is menu-place.ts.
import { useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject, type ToggleEvent } from 'react';
import { flushSync } from 'react-dom';
import { Key } from './Key.tsx';
import { besideButton, nextEntry, typedEntry } from './menu-place.ts';

export interface MenuEntry {
  readonly id: string;
  readonly name: string;
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly run: () => void;
}

/** `entries` are asked for when the menu opens. `selected` marks the entry that holds now, for menus that choose a state such as the theme. */
export function Menu({ label, entries, selected, kind = 'quiet' }: { readonly label: ReactNode; readonly entries: () => readonly MenuEntry[]; readonly selected?: string | undefined; readonly kind?: 'quiet' | 'link' }): ReactNode {
  const [shown, setShown] = useState<readonly MenuEntry[]>();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const id = useId();
  const before = (event: ToggleEvent): void => {
    if (event.newState !== 'open' || button.current === null || popover.current === null) return;
    place(popover.current, button.current.getBoundingClientRect());
    // At once: the platform shows the popover right after this, and the words must stand in it by then.
    flushSync(() => setShown(entries()));
    // The platform gives it the focus in the step that shows it; the event that follows comes after the next key of a quick hand.
    (popover.current.querySelector('[aria-checked=true]') ?? popover.current.querySelector('[role^=menuitem]'))?.setAttribute('autofocus', '');
  };
  const after = (event: ToggleEvent): void => {
    if (event.newState === 'closed') setShown(undefined);
  };
  const choose = (entry: MenuEntry): void => {
    if (entry.disabled === true) return;
    popover.current?.hidePopover();
    entry.run();
  };
  return (
    <>
      <button ref={button} type="button" className={kind === 'link' ? 'link' : 'button'} id={`${id}b`} popoverTarget={id} aria-haspopup="menu" aria-expanded={shown !== undefined}
        onKeyDown={(event) => { if (event.key === 'ArrowDown') { event.preventDefault(); popover.current?.showPopover(); } }}>
        <span>{label}</span>
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true"><path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" /></svg>
      </button>
      <div ref={popover} id={id} popover="auto" className="popover menu-popover" onBeforeToggle={before} onToggle={after}>
        {shown !== undefined && <MenuList entries={shown} selected={selected} label={`${id}b`} onChoose={choose} popover={popover} />}
      </div>
    </>
  );
}

const pixels = (value: number | undefined): string => (value === undefined ? 'auto' : `${Math.round(value)}px`);

function place(popover: HTMLElement, button: DOMRect): void {
  const { left, right, top, bottom, maxHeight } = besideButton(button, { width: window.innerWidth, height: window.innerHeight });
  Object.assign(popover.style, { left: pixels(left), right: pixels(right), top: pixels(top), bottom: pixels(bottom), maxHeight: pixels(maxHeight), minWidth: pixels(Math.max(button.width, 180)) });
}

function MenuList({ entries, selected, label, onChoose, popover }: { readonly entries: readonly MenuEntry[]; readonly selected: string | undefined; readonly label: string; readonly onChoose: (entry: MenuEntry) => void; readonly popover: RefObject<HTMLDivElement | null> }): ReactNode {
  const typed = useRef({ words: '', at: 0 });
  const keyed = (event: KeyboardEvent<HTMLDivElement>): void => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Tab') return popover.current?.hidePopover();
    if ((event.key === 'Enter' || event.key === ' ') && entries[at] !== undefined) {
      event.preventDefault();
      return onChoose(entries[at]);
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1) typed.current = { words: event.timeStamp - typed.current.at > 700 ? event.key : typed.current.words + event.key, at: event.timeStamp };
    const to = event.key.length === 1 ? typedEntry(entries.map(({ name }) => name), at, typed.current.words) : nextEntry(event.key, at, entries.length);
    if (to === undefined) return;
    event.preventDefault();
    items[to]?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its entries have the focus, one at a time
    <div role="menu" className="menu" aria-labelledby={label} onKeyDown={keyed}>
      {entries.map((entry) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- Enter and Space are the menu's; it has one of two roles
        <div key={entry.id} role={selected === undefined ? 'menuitem' : 'menuitemradio'} aria-checked={selected === undefined ? undefined : entry.id === selected} aria-disabled={entry.disabled === true || undefined} tabIndex={-1} className="menu-item"
          data-selected={entry.id === selected || undefined} data-disabled={entry.disabled === true || undefined} onClick={() => onChoose(entry)} onPointerMove={(event) => { if (document.activeElement !== event.currentTarget) event.currentTarget.focus({ preventScroll: true }); }}>
          <span>{entry.name}{entry.hint !== undefined && <span className="menu-hint">{entry.hint}</span>}</span>
          {entry.keys !== undefined && <Key keys={entry.keys} />}
        </div>
      ))}
    </div>
  );
}

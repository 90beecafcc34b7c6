// Find or do: one field, results in groups. Commands come from the registry, numbers from the page, records from the finders.
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { effectiveKeys } from '../ui/keyboard/binding.ts';
import type { Command } from '../ui/keyboard/registry.ts';
import { useCommandList, useKeyPreferences } from '../ui/keyboard/use-commands.ts';
import { CloseIcon } from '../ui/CloseIcon.tsx';
import { Key } from '../ui/Key.tsx';
import { useWhy } from '../ui/why-context.ts';
import { currentFinders, matchScore, type Found } from './finders.ts';

interface Group { readonly name: string; readonly results: readonly Found[] }
const MOST = 8;
const ORDER = ['Next', 'Go', 'Do'];

function best(results: readonly Found[], words: string): Found[] {
  return results.map((found) => ({ found, score: matchScore(found.title, words) })).filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score).slice(0, MOST).map(({ found }) => found);
}

/** The numbers on the page whose words contain what was typed. */
function numbersOnPage(words: string, open: (id: string) => void): Found[] {
  if (!/\d/.test(words)) return [];
  return [...document.querySelectorAll<HTMLElement>('main [data-number]')]
    .map((element) => ({ id: element.dataset['number'] ?? '', text: element.textContent ?? '', around: element.closest('h1, h2, p, li, td')?.textContent ?? '' }))
    .filter(({ text }) => text.replace(/[\s,]/g, '').includes(words.replace(/[\s,]/g, '')))
    .slice(0, MOST)
    .map(({ id, text, around }) => ({ id: `number.${id}`, title: text, where: around.slice(0, 80), run: () => open(id) }));
}

function useFound(words: string): readonly Group[] {
  const [groups, setGroups] = useState<readonly Group[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    let kept: Group[] = [];
    for (const finder of currentFinders()) {
      void Promise.resolve().then(() => finder.find(words, stop.signal)).then((results) => {
        if (stop.signal.aborted) return;
        kept = [...kept.filter((group) => group.name !== finder.group), { name: finder.group, results: results.slice(0, MOST) }];
        setGroups(kept);
      }, () => undefined);
    }
    return () => stop.abort();
  }, [words]);
  return groups;
}

export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [words, setWords] = useState('');
  const commands = useCommandList();
  const preferences = useKeyPreferences();
  const why = useWhy();
  const found = useFound(words);
  const groups = useMemo<readonly Group[]>(() => {
    const offer = (command: Command): Found => ({ id: command.id, title: command.title, keys: effectiveKeys(command, preferences), where: ['Go', 'Everywhere', 'Theme'].includes(command.group) ? undefined : command.group, run: () => command.run() });
    const usable = commands.filter((command) => command.keyOnly !== true && command.when?.() !== false);
    const own = [
      { name: 'Go', results: best(usable.filter((command) => command.group === 'Go').map(offer), words) },
      { name: 'Do', results: best(usable.filter((command) => command.group !== 'Go').map(offer), words) },
      { name: 'Numbers on this page', results: numbersOnPage(words, why.open) },
    ];
    const place = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
    return [...own, ...found].filter((group) => group.results.length > 0).toSorted((a, b) => place(a.name) - place(b.name));
  }, [commands, preferences, words, found, why]);

  const act = (id: unknown): void => {
    const chosen = groups.flatMap((group) => group.results).find((result) => result.id === id);
    onClose();
    // After the overlay is gone, so that whatever opens next finds the focus free.
    setTimeout(() => chosen?.run(), 0);
  };
  return (
    <ModalOverlay className="veil palette-veil" isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className="palette">
        <Dialog aria-label="Find or do">
          <Autocomplete inputValue={words} onInputChange={setWords}>
            <div className="palette-field">
              <SearchField aria-label="Find or do" autoFocus className="palette-search" onKeyDown={(event) => { if (event.key === 'Escape') onClose(); }}><Input className="palette-input" placeholder="Find or do" /></SearchField>
              <button type="button" className="icon-button only-narrow" onClick={onClose} aria-label="Close"><CloseIcon /></button>
            </div>
            <Menu className="menu" aria-label="Results" onAction={act} renderEmptyState={() => <p className="palette-none">Nothing by these words here.</p>}>
              {groups.map((group) => (
                <MenuSection key={group.name} aria-label={group.name}>
                  <Header className="menu-head">{group.name}</Header>
                  {group.results.map((result) => (
                    <MenuItem key={result.id} id={result.id} textValue={result.title} className="menu-item">
                      <span>{result.title}</span>
                      {result.where !== undefined && <span className="menu-where">{result.where}</span>}
                      {result.keys !== undefined && <span className="menu-keys"><Key keys={result.keys} /></span>}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

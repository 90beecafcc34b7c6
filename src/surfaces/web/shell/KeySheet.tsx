// Every key in one place: read it, change one, or switch the single keys off. What is changed stays on this machine.
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Key } from '../ui/Key.tsx';
import { clashOf, type KeyPreferences } from '../ui/keyboard/binding.ts';
import { keyPreferences, type Command } from '../ui/keyboard/registry.ts';
import { useCommandList, useKeyPreferences } from '../ui/keyboard/use-commands.ts';

/** The keys of a press as a binding, or undefined while only a modifier is down. */
function pressed(event: KeyboardEvent): string | undefined {
  if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return undefined;
  const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return [event.ctrlKey || event.metaKey ? '$mod' : '', event.altKey ? 'Alt' : '', letter].filter(Boolean).join('+');
}

/** One line per id, the first declaration wins; commands without a key are left to the palette. */
function listed(commands: readonly Command[]): { readonly group: string; readonly commands: readonly Command[] }[] {
  const seen = new Set<string>();
  const unique = commands.filter((command) => command.keys !== undefined && !seen.has(command.id) && seen.add(command.id));
  const groups = [...new Set(unique.map((command) => command.group))];
  const rank = (group: string): number => ['Everywhere', 'Go'].indexOf(group) >>> 0;
  return groups.toSorted((a, b) => rank(a) - rank(b)).map((group) => ({ group, commands: unique.filter((command) => command.group === group) }));
}

export function KeySheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const commands = useCommandList();
  const preferences = useKeyPreferences();
  const [changing, setChanging] = useState<string>();
  const [said, setSaid] = useState('');
  const keep = (next: Partial<KeyPreferences>): void => keyPreferences.set({ ...preferences, ...next });

  useEffect(() => {
    if (changing === undefined) return;
    const listen = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') { setChanging(undefined); return; }
      const keys = pressed(event);
      if (keys === undefined) return;
      const clash = commands.find((command) => command.id === clashOf(changing, keys, commands, preferences));
      if (clash !== undefined) { setSaid(`That key already means “${clash.title}”. Press another, or Escape.`); return; }
      keyPreferences.set({ ...preferences, remap: { ...preferences.remap, [changing]: keys } });
      setSaid('');
      setChanging(undefined);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [changing, commands, preferences]);

  return (
    <Dialog open onClose={onClose} title="Keys" wide
      foot={<>
        <Checkbox selected={preferences.single} onChange={(single) => keep({ single })}>Single keys, such as <Key keys="j" /> and <Key keys="k" /></Checkbox>
        {Object.keys(preferences.remap).length > 0 && <Button kind="link" onPress={() => keep({ remap: {} })}>Put all keys back</Button>}
      </>}>
      <p className="muted">Hold <kbd className="key">?</kbd> to see every key on the page. Choose a key here to change it.</p>
      <p role="status" className={said === '' ? 'hidden-words' : 'small'}>{said}</p>
      <div className="keysheet">
        {listed(commands).map(({ group, commands: lines }) => (
          <section key={group}>
            <h3>{group}</h3>
            {lines.map((command) => (
              <div key={command.id} className="keysheet-line">
                <span>{command.title}</span>
                <button type="button" className="key-button" onClick={() => { setSaid(''); setChanging(command.id); }} aria-label={`Change the key of: ${command.title}. Now ${preferences.remap[command.id] ?? command.keys}`}>
                  {changing === command.id ? <span className="listening">press a key</span> : <Key keys={preferences.remap[command.id] ?? command.keys} />}
                </button>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}

// All screens, for a phone: the words of the navigation, find, and the theme.
import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { pages } from '../pages.ts';
import { navigationOf } from './page.ts';
import { theme, type Theme } from './theme.ts';

const CHOICES: readonly { readonly id: Theme; readonly name: string }[] = [{ id: 'system', name: 'As the system has it' }, { id: 'light', name: 'Light' }, { id: 'dark', name: 'Dark' }];

export function AllScreens({ onClose, onFind, onKeys }: { readonly onClose: () => void; readonly onFind: () => void; readonly onKeys: () => void }): ReactNode {
  const navigate = useNavigate();
  const chosen = useSyncExternalStore(theme.subscribe, theme.get, () => 'system');
  return (
    <Dialog open onClose={onClose} title="All screens" foot={<><Button onPress={onFind}>Find or do</Button><Button kind="link" onPress={onKeys}>Keys</Button></>}>
      {navigationOf(pages).map((part) => (
        <ul key={part.group} className="screens">
          {part.pages.map((page) => <li key={page.path}><Button kind="link" href={page.path} onPress={() => { onClose(); void navigate({ to: page.path }); }}>{page.title}</Button></li>)}
        </ul>
      ))}
      <Select label="Theme" choices={CHOICES} value={chosen} onChange={(id) => theme.set(id as Theme)} />
    </Dialog>
  );
}

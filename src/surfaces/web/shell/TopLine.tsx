// Where you are, the timer while it runs, and what works everywhere: find or do, and the keys. On a phone, the mark opens all screens.
import type { ReactNode } from 'react';
import { Search } from 'lucide-react';
import { QuickEntry } from '../pages/entry/QuickEntry.tsx';
import { Button } from '../ui/Button.tsx';
import { Brand } from './Brand.tsx';
import { usePlace } from './place.ts';

export function TopLine({ onFind, onKeys, onScreens }: { readonly onFind: () => void; readonly onKeys: () => void; readonly onScreens: () => void }): ReactNode {
  const { workspace, product } = usePlace();
  return (
    <header className="top">
      <button type="button" className="top-brand" onClick={onScreens} aria-haspopup="dialog"><Brand /><span>{product ?? workspace ?? 'Throughline'}</span><span className="hidden-words">: all screens</span></button>
      <span className="on-desk">{[workspace, product].filter(Boolean).join(' · ')}</span>
      <span className="space" />
      <QuickEntry />
      <span className="on-desk"><Button kind="link" command="app.find" onPress={onFind}>Find or do</Button></span>
      <span className="on-desk"><Button kind="link" keys="?" onPress={onKeys}>Keys</Button></span>
      <button type="button" className="top-find only-narrow" onClick={onFind} aria-label="Find or do"><Search size={18} strokeWidth={1.5} aria-hidden="true" /></button>
    </header>
  );
}

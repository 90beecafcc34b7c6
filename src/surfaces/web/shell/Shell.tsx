// The frame round every page: navigation, top line, why panel, toasts, overlays, and what works everywhere by key.
// Knows pages as a list, never what is on one.
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { copyAddress } from '../ui/CopyLink.tsx';
import { useCommands, useKeyListener } from '../ui/keyboard/use-commands.ts';
import { useHoldHints } from '../ui/keyboard/use-hold-hints.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ToastHost } from '../ui/ToastHost.tsx';
import { useWhy } from '../ui/why-context.ts';
import { WhyPanel } from '../ui/WhyPanel.tsx';
import { pages } from '../pages.ts';
import { RecordFinders } from '../pages/start/RecordFinders.tsx';
import { SampleLine } from '../pages/start/SampleLine.tsx';
import { pageAt } from './current-page.ts';
import { Navigation } from './Navigation.tsx';
import { OfflineNote } from './OfflineNote.tsx';
import { TabBar } from './TabBar.tsx';
import { theme, THEMES } from './theme.ts';
import { TopLine } from './TopLine.tsx';
import { WhyAddress } from './WhyAddress.tsx';

const Palette = lazy(() => import('./Palette.tsx').then((module) => ({ default: module.Palette })));
const KeySheet = lazy(() => import('./KeySheet.tsx').then((module) => ({ default: module.KeySheet })));
const AllScreens = lazy(() => import('./AllScreens.tsx').then((module) => ({ default: module.AllScreens })));

type Overlay = 'find' | 'keys' | 'screens' | undefined;

function useAppCommands(show: (overlay: Overlay) => void): void {
  const navigate = useNavigate();
  useCommands([
    { id: 'app.find', title: 'Find or do', group: 'Everywhere', keys: '$mod+k', keyOnly: true, run: () => show('find') },
    { id: 'app.search', title: 'Find', group: 'Everywhere', keys: '/', keyOnly: true, priority: -1, run: () => show('find') },
    { id: 'app.keys', title: 'Show and change the keys', group: 'Everywhere', run: () => show('keys') },
    { id: 'app.copy', title: 'Copy the link to this view', group: 'Everywhere', keys: 'y', run: () => void copyAddress() },
    ...pages.filter((page) => page.group !== 'none').map((page) => ({ id: `go.${page.path}`, title: page.title, group: 'Go', keys: page.letter === undefined ? undefined : `g ${page.letter}`, run: () => void navigate({ to: page.path }) })),
    ...THEMES.map((name) => ({ id: `theme.${name}`, title: { system: 'Theme as the system has it', light: 'Light theme', dark: 'Dark theme' }[name], group: 'Theme', run: () => theme.set(name) })),
  ]);
}

/** The window's title follows the page; the focus follows a change of page, so that a screen reader starts at the new one. */
function useArrival(): { readonly path: string; readonly content: React.RefObject<HTMLElement | null> } {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const content = useRef<HTMLElement>(null);
  const last = useRef(path);
  useEffect(() => {
    document.title = `${pageAt(pages, path)?.title ?? 'Not found'} · Throughline`;
    if (last.current === path) return;
    last.current = path;
    content.current?.focus({ preventScroll: true });
  }, [path]);
  return { path, content };
}

function Frame(): ReactNode {
  const [overlay, setOverlay] = useState<Overlay>();
  const { content } = useArrival();
  const why = useWhy();
  const { openId, owner } = useSyncExternalStore(why.store.subscribe, why.store.snapshot, why.store.snapshot);
  const close = useCallback(() => setOverlay(undefined), []);
  const showKeys = useCallback(() => setOverlay('keys'), []);
  useAppCommands(setOverlay);
  useKeyListener();
  useHoldHints(showKeys);
  return (
    <div className="app" data-why={openId !== undefined && owner !== undefined ? 'open' : undefined}>
      <a className="skip" href="#content" onClick={(event) => { event.preventDefault(); content.current?.focus(); }}>Skip to the page</a>
      <Navigation />
      <div className="page">
        <TopLine onFind={() => setOverlay('find')} onKeys={showKeys} onScreens={() => setOverlay('screens')} />
        <OfflineNote />
        <SampleLine />
        <main id="content" className="content" ref={content} tabIndex={-1}>
          <Suspense fallback={<Skeleton shape="page" />}><Outlet /></Suspense>
        </main>
      </div>
      <RecordFinders />
      <WhyPanel />
      <ToastHost />
      <TabBar />
      <Suspense>
        {overlay === 'find' && <Palette onClose={close} />}
        {overlay === 'keys' && <KeySheet onClose={close} />}
        {overlay === 'screens' && <AllScreens onClose={close} onFind={() => setOverlay('find')} onKeys={showKeys} />}
      </Suspense>
    </div>
  );
}

export function Shell(): ReactNode {
  return <WhyAddress><Frame /></WhyAddress>;
}

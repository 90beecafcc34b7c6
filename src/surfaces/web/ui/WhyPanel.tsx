// Where explanations are shown: beside the page on a desk, a sheet on a phone. Not modal; Escape closes and the focus goes back.
import { useEffect, useRef, useState, useSyncExternalStore, type PointerEvent, type ReactNode } from 'react';
import { useCommands } from './keyboard/use-commands.ts';
import { Key } from './Key.tsx';
import { CloseIcon } from './CloseIcon.tsx';
import { useWhy } from './why-context.ts';
import { neighbour } from './why-store.ts';

const numberWith = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-number="${CSS.escape(id)}"]`);

/** What the opened thing is called: a point of a chart carries its name, a number is its own. */
const nameOf = (id: string): string => {
  const element = numberWith(id);
  return element?.dataset['numberName'] ?? element?.textContent ?? 'this number';
};

/** Renders nothing visible until a number on the page claims the open id. */
export function WhyPanel(): ReactNode {
  const why = useWhy();
  const { openId, owner } = useSyncExternalStore(why.store.subscribe, why.store.snapshot, why.store.snapshot);
  const [full, setFull] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  const walking = useRef(false);
  const shownFor = useRef<string>(undefined);
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    why.store.setHost(host.current);
    return () => why.store.setHost(null);
  }, [why.store]);
  const shown = openId !== undefined && owner !== undefined;

  useEffect(() => {
    if (shown && shownFor.current !== openId) {
      shownFor.current = openId;
      if (walking.current) numberWith(openId)?.focus();
      else head.current?.focus({ preventScroll: true });
      walking.current = false;
    }
    if (!shown && shownFor.current !== undefined) {
      const from = numberWith(shownFor.current);
      shownFor.current = undefined;
      // The focus returns only if it would be lost: a person who moved on keeps their place.
      if (document.activeElement === document.body || document.activeElement?.closest('#why')) from?.focus();
    }
  }, [shown, openId]);

  const close = (): void => {
    if (openId !== undefined) numberWith(openId)?.focus();
    why.close();
  };
  const walk = (step: 1 | -1): void => {
    const ids = [...new Set([...document.querySelectorAll<HTMLElement>('main [data-number]')].map((element) => element.dataset['number'] ?? ''))];
    const next = neighbour(ids, openId, step);
    if (next === undefined || next === openId) return;
    walking.current = true;
    why.open(next);
  };
  const mayWalk = (): boolean => shown;
  useCommands([
    { id: 'why.close', title: 'Close the explanation', group: 'Numbers', keys: 'Escape', keyOnly: true, priority: 10, when: mayWalk, run: close },
    { id: 'why.next', title: 'Next number', group: 'Numbers', keys: 'j', keyOnly: true, priority: 10, when: mayWalk, run: () => walk(1) },
    { id: 'why.previous', title: 'Number before', group: 'Numbers', keys: 'k', keyOnly: true, priority: 10, when: mayWalk, run: () => walk(-1) },
  ]);

  const dragFrom = useRef<number>(undefined);
  const dragEnd = (event: PointerEvent): void => {
    const moved = event.clientY - (dragFrom.current ?? event.clientY);
    dragFrom.current = undefined;
    if (moved < -24) setFull(true);
    else if (moved > 24) { if (full) setFull(false); else close(); }
  };
  return (
    <aside id="why" className="why" hidden={!shown} aria-labelledby="why-head" data-size={full ? 'full' : 'part'}>
      <button type="button" className="why-sheet-handle" aria-expanded={full} aria-label={full ? 'Make the explanation smaller' : 'Make the explanation larger'} onClick={() => setFull(!full)}
        onPointerDown={(event) => { dragFrom.current = event.clientY; event.currentTarget.setPointerCapture(event.pointerId); }} onPointerUp={dragEnd}><i /></button>
      <header className="why-head">
        <h2 id="why-head" ref={head} tabIndex={-1}>{shown && <>Why {nameOf(openId)}</>}</h2>
        <button type="button" className="why-close" onClick={close} aria-label="Close the explanation"><Key keys="Escape" /><CloseIcon /></button>
      </header>
      <div ref={host} />
    </aside>
  );
}

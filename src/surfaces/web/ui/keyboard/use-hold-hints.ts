// While `?` is held every action shows its key; a short press opens the sheet instead. Knows only time and one attribute.
import { useEffect } from 'react';

const HELD_MS = 280;

/** `onTap` runs when `?` is pressed and let go quickly outside a field. The listener stands aside while single keys are off. */
export function useHoldHints(onTap: () => void): void {
  useEffect(() => {
    const root = document.documentElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let held = false;
    const typing = (target: EventTarget | null): boolean =>
      target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName) || target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null);
    const down = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.repeat || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || root.dataset['singleKeys'] === 'off') return;
      held = false;
      timer = setTimeout(() => { held = true; root.dataset['hints'] = ''; }, HELD_MS);
    };
    const release = (event?: Event): void => {
      if (timer === undefined) return;
      // Letting go of Shift first turns the key back into `/`, so either release ends the hold.
      if (event instanceof KeyboardEvent && !['?', '/', 'Shift'].includes(event.key)) return;
      clearTimeout(timer);
      timer = undefined;
      delete root.dataset['hints'];
      if (!held && event instanceof KeyboardEvent) onTap();
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', release);
    window.addEventListener('blur', release);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', release);
      clearTimeout(timer);
    };
  }, [onTap]);
}

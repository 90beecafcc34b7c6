// Where a menu stands beside its button, and which entry a key leads to. Knows sizes and names, no component.

const GAP = 6;
const EDGE = 8;
const ENOUGH = 280;

interface Box { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/**
 * The sides of a menu of unknown size, in pixels from the window's own: below the button where there is room or more of it than above,
 * and along whichever of its sides is nearer the window's. Example: a button at the right edge gives `right` and no `left`.
 */
export function besideButton(button: Box, window: { readonly width: number; readonly height: number }): { readonly left?: number; readonly right?: number; readonly top?: number; readonly bottom?: number; readonly maxHeight: number } {
  const below = window.height - button.bottom - GAP - EDGE;
  const above = button.top - GAP - EDGE;
  const across = button.left + button.right > window.width ? { right: Math.max(EDGE, window.width - button.right) } : { left: Math.max(EDGE, button.left) };
  return below >= Math.min(ENOUGH, above)
    ? { ...across, top: button.bottom + GAP, maxHeight: below }
    : { ...across, bottom: window.height - button.top + GAP, maxHeight: above };
}

/** The entry an arrow, Home or End leads to from `at`, round and round; undefined for any other key. */
export function nextEntry(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? count - 1 : at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : (to + count) % count;
}

/** The next entry whose name begins with what was typed; one letter again goes on to the next with it. Undefined when none does. */
export function typedEntry(names: readonly string[], at: number, typed: string): number | undefined {
  const words = typed.toLowerCase();
  const again = words.length > 1 && [...words].every((letter) => letter === words[0]);
  const wanted = again ? words.slice(0, 1) : words;
  const from = words.length === 1 || again ? at + 1 : Math.max(at, 0);
  for (let step = 0; step < names.length; step += 1) {
    const to = (from + step) % names.length;
    if (names[to]!.toLowerCase().startsWith(wanted)) return to;
  }
  return undefined;
}

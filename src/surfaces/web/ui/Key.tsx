// A keycap. Shows what a command answers to now, so that a remap or switching keys off is seen everywhere at once.
import type { ReactNode } from 'react';
import { capsOf, isSingleKey, type Keys } from './keyboard/binding.ts';
import { isMac, useKeysOf } from './keyboard/use-commands.ts';

/** Either `keys` as written in a binding, or the id of a declared `command`. Decorative for assistive technology, which gets `aria-keyshortcuts`. `hint` shows it only while `?` is held. */
export function Key({ keys, command, hint = false }: { readonly keys?: Keys | undefined; readonly command?: string | undefined; readonly hint?: boolean }): ReactNode {
  const declared = useKeysOf(command);
  const shown = keys ?? declared;
  if (shown === undefined) return null;
  const classes = ['key', isSingleKey(shown) && 'key-single', hint && 'key-hint'].filter(Boolean).join(' ');
  return capsOf(shown, isMac()).map((cap, at) => <kbd key={at} className={classes} aria-hidden="true">{cap}</kbd>);
}

// `y` copies the address of what is on screen, filters and open number included.
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { useCommands } from './keyboard/use-commands.ts';
import { toasts } from './toast-store.ts';

/** Copies `href` or the current address. Says so in a toast; when the clipboard is closed to the page it shows the address instead. */
export async function copyAddress(href = window.location.href): Promise<void> {
  try {
    await navigator.clipboard.writeText(href);
    toasts.show('The link is copied');
  } catch {
    toasts.show(`The clipboard is closed to this page. The link: ${href}`);
  }
}

/** The visible link. The shell declares `y` once; a page that copies something narrower passes its own `href` and `own`. */
export function CopyLink({ href, own = false }: { readonly href?: string | undefined; readonly own?: boolean }): ReactNode {
  useCommands(own ? [{ id: 'page.copy', title: 'Copy the link', group: 'Everywhere', keys: 'y', priority: 1, run: () => void copyAddress(href) }] : []);
  return <Button kind="link" small command={own ? 'page.copy' : 'app.copy'} onPress={() => void copyAddress(href)}>Copy link</Button>;
}

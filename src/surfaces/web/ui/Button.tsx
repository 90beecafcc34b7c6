// Everything that is pressed: filled (one a screen), plain, or a link. A native button or anchor, so nothing has to be imitated.
import type { MouseEvent, ReactNode, Ref } from 'react';
import { ariaKeys, type Keys } from './keyboard/binding.ts';
import { isMac, useKeysOf } from './keyboard/use-commands.ts';
import { Key } from './Key.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  /** primary: the filled one. quiet: bordered. link: underlined words. */
  readonly kind?: 'primary' | 'quiet' | 'link' | undefined;
  readonly small?: boolean;
  readonly onPress?: (() => void) | undefined;
  /** Makes it an anchor; `onPress` then handles plain clicks and leaves Ctrl-click to the browser. */
  readonly href?: string | undefined;
  /** Id of the declared command it stands for: brings keycap and `aria-keyshortcuts`. */
  readonly command?: string | undefined;
  readonly keys?: Keys | undefined;
  /** Keycap only while `?` is held. The primary action always shows its own. */
  readonly hintOnly?: boolean;
  readonly disabled?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly type?: 'button' | 'submit';
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement & HTMLAnchorElement>;
}

export function Button({ children, kind = 'quiet', small = false, onPress, href, command, keys, hintOnly = false, disabled = false, busy = false, type = 'button', label, describedBy, expanded, pressed, ref }: ButtonProps): ReactNode {
  const declared = useKeysOf(command);
  const shown = keys ?? declared;
  const off = disabled || busy;
  const className = kind === 'link' ? `link${small ? ' link-small' : ''}` : `button${kind === 'primary' ? ' button-primary' : ''}`;
  const press = (event: MouseEvent): void => {
    if (off) { event.preventDefault(); return; }
    if (onPress === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (href !== undefined) event.preventDefault();
    onPress();
  };
  const common = {
    ref, className, onClick: press,
    'aria-label': label, 'aria-describedby': describedBy, 'aria-expanded': expanded,
    'aria-disabled': off ? true : undefined, 'aria-busy': busy ? true : undefined,
    'aria-keyshortcuts': shown === undefined ? undefined : ariaKeys(shown, isMac()),
  } as const;
  const inside = <><span>{children}</span>{shown !== undefined && <Key keys={shown} hint={hintOnly} />}</>;
  return href !== undefined ? <a {...common} href={href}>{inside}</a> : <button {...common} type={type} aria-pressed={pressed}>{inside}</button>;
}

// A link to an address inside the app that came as text, such as the rows behind a number: followed without loading the app again.
// Anything that is not a path of this app stays an ordinary link.
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** `href` as the server wrote it: `/backlog?rule=dinosaur`, or an address elsewhere, which opens beside the app. `onPress` is told as the pointer goes down, ahead of the click: time to ask for what will be shown. */
export function AppLink({ href, children, className, label, title, onFollow, onPress }: { readonly href: string; readonly children: ReactNode; readonly className?: string | undefined; readonly label?: string | undefined; readonly title?: string | undefined; readonly onFollow?: (() => void) | undefined; readonly onPress?: (() => void) | undefined }): ReactNode {
  const router = useRouter();
  const inside = href.startsWith('/') && !href.startsWith('//') && !href.startsWith('/api/') && !href.startsWith('/docs');
  const follow = (event: MouseEvent): void => {
    if (!inside || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onFollow?.();
    router.history.push(href);
  };
  return <a className={className} href={href} aria-label={label} title={title} onClick={follow} onPointerDown={onPress} {...(inside ? {} : { target: '_blank', rel: 'noopener noreferrer' })}>{children}</a>;
}

// Words on hover and focus for a control whose name is cut or is a sign. Never the only place where something is said.
import type { ReactNode } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip as KitTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

/** `children` is one focusable element, such as a native button. */
export function Tooltip({ words, children }: { readonly words: ReactNode; readonly children: React.ReactElement<React.DOMAttributes<Element>, string> }): ReactNode {
  return (
    <TooltipTrigger delay={500}>
      <Focusable>{children}</Focusable>
      <KitTooltip className="tooltip" offset={6}>{words}</KitTooltip>
    </TooltipTrigger>
  );
}

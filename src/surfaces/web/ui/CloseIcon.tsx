// The one cross in the app, for where a word does not fit.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

export function CloseIcon(): ReactNode {
  return <X className="icon" size={16} strokeWidth={1.5} aria-hidden="true" />;
}

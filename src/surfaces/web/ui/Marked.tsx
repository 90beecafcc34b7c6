// A text with the words that caused a finding in marker yellow.
import type { ReactNode } from 'react';
import { markSpans } from './mark-spans.ts';

/** `spans` are UTF-16 offsets into `text`, end exclusive. */
export function Marked({ text, spans }: { readonly text: string; readonly spans: readonly { readonly start: number; readonly end: number }[] }): ReactNode {
  return markSpans(text, spans).map((part, at) => (part.marked ? <mark key={at}>{part.text}</mark> : part.text));
}

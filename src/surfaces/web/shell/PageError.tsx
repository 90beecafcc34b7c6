// What stands in place of a page that broke: what happened, what was kept, what to do. The navigation stays.
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { ErrorNote } from '../ui/ErrorNote.tsx';

/** A chunk that is gone usually means that a newer version was installed while this window was open. */
const isGoneChunk = (fault: Error): boolean => /dynamically imported module|module script failed|ChunkLoadError/i.test(fault.message);

export function PageError({ error: thrown, reset }: ErrorComponentProps): ReactNode {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  useEffect(() => { console.error(thrown); }, [thrown]);
  const requestId = 'requestId' in error && typeof error.requestId === 'string' ? error.requestId : undefined;
  if (isGoneChunk(error)) return <ErrorNote happened="This page could not be loaded." kept="A newer version may have been installed meanwhile. What you had saved is kept." onRetry={() => window.location.reload()} retry="Load the app again" />;
  return <ErrorNote happened="Something broke on our side." kept="What was saved is kept; what you were typing on this page may be lost." requestId={requestId} onRetry={reset} />;
}

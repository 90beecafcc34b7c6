// What happened, what was kept, what to do; in place of the part that failed, never over the page.
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

export function ErrorNote({ happened, kept, requestId, onRetry, retry = 'Try again', children }: { readonly happened: ReactNode; readonly kept?: ReactNode; readonly requestId?: string | undefined; readonly onRetry?: (() => void) | undefined; readonly retry?: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="error-note" role="alert">
      <b>{happened}</b>
      {kept !== undefined && <p>{kept}</p>}
      {children}
      {onRetry && <div className="actions"><Button kind="link" onPress={onRetry}>{retry}</Button></div>}
      {requestId !== undefined && <p className="error-id">Request <span className="hash">{requestId}</span></p>}
    </div>
  );
}

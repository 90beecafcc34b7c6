// How a program hands over values: one request, or one command on this machine, ready to be copied.
import { useState, type ReactNode } from 'react';
import { toasts } from '../../ui/toast-store.ts';
import { Button } from '../../ui/Button.tsx';
import type { Metric } from './metric-words.ts';

/** The request for a terminal. `origin` is this server's own address. */
function request(metric: Metric, origin: string): string {
  const point = metric.kind === 'rate' ? '{"on":"2026-11-19","value":31,"denominator":412}' : '{"on":"2026-11-19","value":31}';
  return `curl -X POST ${origin}/api/v1/metric.push \\\n  -H "authorization: Bearer $THROUGHLINE_TOKEN" \\\n  -H "content-type: application/json" \\\n  -d '{"metric":"${metric.key}","points":[${point}]}'`;
}

export function PushSteps({ metric }: { readonly metric: Metric }): ReactNode {
  const words = request(metric, window.location.origin);
  const [closed, setClosed] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(words).then(() => toasts.show('The request is copied'), () => setClosed(true));
  return (
    <div className="push">
      <pre className="push-request">{words}</pre>
      <p className="actions"><Button small onPress={copy}>Copy the request</Button>{closed && <span className="muted" role="status">The clipboard is closed to this page; select the words instead.</span>}</p>
      <p className="muted push-note">THROUGHLINE_TOKEN is what stands in the file server.token of the data folder; only its owner may read it. A day that is pushed again with another value is said anew; up to 20,000 days at once.{metric.kind === 'rate' ? ' Each value comes with what it is out of.' : ''}</p>
    </div>
  );
}

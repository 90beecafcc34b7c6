// Sends files up one after another and tells how many bytes are through. An XMLHttpRequest, because fetch does not say how much of a
// body it has sent. Knows no page.
import { ServerFault, ServerUnreachable } from '../../../../client/fault.ts';
import { refusalIn } from '../../../../client/problem.ts';
import type { Uploaded } from '../../../../client/transfer.ts';
import { RefusedError } from '../../data/ask.ts';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function sendOne(file: File, onSent: (bytes: number) => void, signal: AbortSignal): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/uploads?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    request.upload.addEventListener('progress', (event) => onSent(event.loaded));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      const refusal = refusalIn(body);
      if (request.status < 300 && body !== undefined) resolve(body as Uploaded);
      else reject(refusal === undefined ? new ServerFault(request.status, request.getResponseHeader('x-request-id') ?? undefined) : new RefusedError(refusal.code, refusal.details));
    });
    request.addEventListener('error', () => reject(new ServerUnreachable()));
    request.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** All files in order, as what the server calls them. `onSent` gets the bytes of all of them so far. Rejects with RefusedError, a fault, or an AbortError when stopped. */
export async function uploadAll(files: readonly File[], onSent: (bytes: number) => void, signal: AbortSignal): Promise<Uploaded[]> {
  const done: Uploaded[] = [];
  let before = 0;
  for (const file of files) {
    const from = before;
    signal.throwIfAborted();
    done.push(await sendOne(file, (bytes) => onSent(from + bytes), signal));
    before += file.size;
    onSent(before);
  }
  return done;
}

// Moves whole files: up as a stream of bytes that is never held in memory, down as a response the caller reads.
import type { Outcome } from '../contract/operation.ts';
import { outcomeOf, send, type HttpCallerOptions } from './http-caller.ts';

export interface Uploaded {
  /** Id to hand to import.start. */
  readonly upload: string;
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** What can be sent: a browser's File or Blob, or a stream of bytes. */
export type Bytes = Blob | ReadableStream<Uint8Array>;

/** Sends one file under its name. The server keeps it for 30 days, so that an import can be resumed. */
export async function uploadFile(options: HttpCallerOptions, name: string, body: Bytes): Promise<Outcome<Uploaded>> {
  const streamed = !(body instanceof Blob);
  const response = await send(options, `/api/v1/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
    // Node and Chromium demand it for a stream; a Blob must not have it over HTTP/1.1.
    ...(streamed ? { duplex: 'half' } : {}),
  } as RequestInit);
  return await outcomeOf(response) as Outcome<Uploaded>;
}

/** Fetches an archive. The response's body is still to be read; its `content-length` is the archive's size. */
export async function downloadArchive(options: HttpCallerOptions, path: string): Promise<Outcome<Response>> {
  const response = await send(options, path, { method: 'GET' });
  if (response.ok) return { ok: true, value: response };
  return await outcomeOf(response) as Outcome<Response>;
}

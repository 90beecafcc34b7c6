// Reads a JSON body, at most as large as an operation can need. Refuses any other media type: a form from another site has none.
import type { Context } from 'hono';
import type { Env } from './door.ts';
import type { Refusal } from './problem.ts';

/** Bytes. The longest input the contract allows is under half of it. */
export const BODY_LIMIT = 2 * 1024 * 1024;

export type Body = { readonly ok: true; readonly value: unknown; readonly text: string } | { readonly ok: false; readonly refusal: Refusal };

/** Stops reading at the limit, whatever the length that was announced. */
export async function jsonBody(c: Context<Env>): Promise<Body> {
  const sent = mediaType(c.req.header('content-type'));
  if (sent !== 'application/json') {
    return { ok: false, refusal: { code: 'wrong_media_type', details: { wanted: 'application/json', sent: sent === '' ? 'nothing in particular' : sent } } };
  }
  const tooLarge = { ok: false, refusal: { code: 'too_large', details: { limit: '2 MB of JSON' } } } as const;
  if (Number(c.req.header('content-length') ?? 0) > BODY_LIMIT) return tooLarge;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of c.req.raw.body ?? []) {
    bytes += piece.length;
    if (bytes > BODY_LIMIT) return tooLarge;
    pieces.push(piece);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
    return { ok: true, value: JSON.parse(text) as unknown, text };
  } catch {
    return { ok: false, refusal: { code: 'malformed_body' } };
  }
}

/** The media type alone, in lower case; empty when none was sent. */
export function mediaType(header: string | undefined): string {
  return (header ?? '').split(';')[0]!.trim().toLowerCase().slice(0, 100);
}

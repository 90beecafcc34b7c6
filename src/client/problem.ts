// Reads RFC 9457 problem documents of this program. Anything else that has the media type is not ours and is no refusal.
import { REFUSALS, type RefusalCode } from '../contract/refusals.ts';

export interface Refused {
  readonly code: RefusalCode;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The refusal a problem document carries; undefined when its code is none of the contract's. */
export function refusalIn(body: unknown): Refused | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { code, details } = body as { code?: unknown; details?: unknown };
  if (typeof code !== 'string' || !Object.hasOwn(REFUSALS, code)) return undefined;
  const known = code as RefusalCode;
  return typeof details === 'object' && details !== null ? { code: known, details: details as Record<string, unknown> } : { code: known };
}

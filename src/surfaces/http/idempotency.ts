// Repeats an answer for a repeated Idempotency-Key (IETF draft -08): the same key and request are carried out once.
// Faults are not kept: whoever repeats the request then really asks again.
import { createHash } from 'node:crypto';
import type { Outcome } from '../../contract/operation.ts';
import type { Asker } from '../../operations/context.ts';
import type { Desk } from './door.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

export interface Answered {
  readonly outcome: Outcome<unknown>;
  /** True when this answer was given before. */
  readonly replayed: boolean;
}

/** `key` as the header gave it, quotes of the draft's form included. Without a key the work is simply done. */
export async function once(
  desk: Desk, asker: Asker, key: string | undefined, request: string, work: () => Promise<Outcome<unknown>>,
): Promise<Answered> {
  if (key === undefined) return { outcome: await work(), replayed: false };
  if (!KEY.test(key)) {
    const detail = 'an Idempotency-Key is 1 to 200 visible characters';
    return { outcome: { ok: false, refusal: { code: 'invalid_input', details: { summary: detail, errors: [{ pointer: '', detail }] } } }, replayed: false };
  }
  const claim = await desk.claimKey(asker, key, createHash('sha256').update(request).digest('hex'));
  switch (claim.state) {
    case 'answered': return { outcome: claim.answer, replayed: true };
    case 'other_request': return { outcome: { ok: false, refusal: { code: 'key_reused' } }, replayed: false };
    case 'in_flight': return { outcome: { ok: false, refusal: { code: 'busy', details: { what: 'the first request with this Idempotency-Key' } } }, replayed: false };
    case 'claimed': break;
  }
  let outcome: Outcome<unknown>;
  try {
    outcome = await work();
  } catch (fault) {
    await desk.releaseKey(asker, key);
    throw fault;
  }
  if (isPassing(outcome)) await desk.releaseKey(asker, key);
  else await desk.keepAnswer(asker, key, outcome);
  return { outcome, replayed: false };
}

/** A refusal that the next attempt may not meet: it must not be repeated for a day. */
function isPassing(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.refusal.code === 'busy';
}
